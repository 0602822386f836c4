//! A static file server as plain as a host can be: one folder below a path, on 127.0.0.1, gone with the value.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// How long a connection that is to break stays open behind what was sent.
const BEFORE_THE_BREAK: Duration = Duration::from_secs(3);

/// What a file is called beside which this stands: of that one only the first half is sent until the server is over.
pub(crate) const HALF: &str = "half";
/// The same for one of which nothing is sent until then, for one whose connection breaks at two thirds, and for one that comes in
/// drips.
pub(crate) const SILENT: &str = "silent";
pub(crate) const CUT: &str = "cut";
pub(crate) const DRIPPED: &str = "dripped";
/// How many drips there are, and the pause before each.
const DRIPS: usize = 12;
const BEFORE_A_DRIP: Duration = Duration::from_millis(500);
const PAUSE: Duration = Duration::from_millis(20);
/// After this a half is all there is, so that no thread outlives a test that never ends its server.
const LONGEST_PAUSE: Duration = Duration::from_mins(1);

/// Where the folder stands on the server: the page must be at home in any sub-folder.
const FOLDER: &str = "/some/sub/folder/";

pub(crate) struct Server {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
    is_over: Arc<AtomicBool>,
}

impl Server {
    pub(crate) fn start(root: &Path) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let server = Self { port, asked: Arc::default(), is_over: Arc::default() };
        let (asked, is_over, root) = (Arc::clone(&server.asked), Arc::clone(&server.is_over), root.to_owned());
        thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                if is_over.load(Ordering::Relaxed) {
                    return;
                }
                let (asked, root, is_over) = (Arc::clone(&asked), root.clone(), Arc::clone(&is_over));
                thread::spawn(move || answer(&connection, &root, &asked, &is_over));
            }
        });
        server
    }

    /// The address of the folder, with a slash at its end.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}{FOLDER}", self.port)
    }

    /// The paths asked for so far.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        // The accepting thread wakes up for one more connection, and sees that it is over.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
    }
}

fn answer(mut connection: &TcpStream, root: &Path, asked: &Mutex<Vec<String>>, is_over: &AtomicBool) {
    let mut lines = BufReader::new(connection).lines().map_while(Result::ok);
    let Some(path) = lines.next().and_then(|line| line.split(' ').nth(1).map(str::to_owned)) else { return };
    lines.take_while(|line| !line.is_empty()).for_each(drop);
    asked.lock().unwrap_or_else(PoisonError::into_inner).push(path.clone());
    let file = file_of(&path, root);
    let is = |mark: &str| file.as_ref().is_some_and(|file| file.with_added_extension(mark).is_file());
    let (is_half, is_cut, is_dripped) = (is(HALF), is(CUT), is(DRIPPED));
    let silent = file.as_ref().map(|file| file.with_added_extension(SILENT));
    let is_silent = || silent.as_ref().is_some_and(|mark| mark.is_file());
    let (status, kind, body) = match file.and_then(|file| Some((kind_of(&file), fs::read(&file).ok()?))) {
        Some((kind, body)) => ("200 OK", kind, body),
        None => ("404 Not Found", "text/plain", b"not found".to_vec()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
        body.len()
    );
    // A browser may go away before it has everything; that is its right.
    let n_first = if is_half { body.len() / 2 } else { body.len() * (if is_cut { 2 } else { 3 }) / 3 };
    let (first, rest) = body.split_at(n_first);
    let begin = Instant::now();
    while is_silent() && !is_over.load(Ordering::Relaxed) && begin.elapsed() < LONGEST_PAUSE {
        thread::sleep(PAUSE);
    }
    let sent = connection.write_all(head.as_bytes());
    if is_dripped {
        for drip in body.chunks(body.len() / DRIPS + 1) {
            thread::sleep(BEFORE_A_DRIP);
            let _ = connection.write_all(drip);
        }
        return;
    }
    let sent = sent.and_then(|()| connection.write_all(first));
    if is_cut {
        // What a browser has not handed over when it learns of the break is lost: it has the time of a slow line to do so.
        thread::sleep(BEFORE_THE_BREAK);
        return;
    }
    while is_half && !is_over.load(Ordering::Relaxed) && begin.elapsed() < LONGEST_PAUSE {
        thread::sleep(PAUSE);
    }
    let _ = sent.and_then(|()| connection.write_all(rest));
}

fn file_of(path: &str, root: &Path) -> Option<PathBuf> {
    let name = path.split('?').next()?.strip_prefix(FOLDER)?;
    let is_inside = !name.split('/').any(|part| part == "..");
    is_inside.then(|| root.join(if name.is_empty() { "index.html" } else { name }))
}

fn kind_of(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}
