//! A picture that was made as SVG, drawn by the browser and given to the reader as PNG.

use js_sys::{Promise, encode_uri_component};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use super::save::save_blob;
use crate::picture::Picture;

/// How many pixels of the file one of the picture is, in each direction; 1 where that would be more pixels than every browser has a
/// canvas for (16,777,216 in Safari on a phone).
const SCALE: i32 = 2;
const MOST_PIXELS: i64 = 16_777_216;

/// Gives a picture to the reader as a PNG with a name; whether the browser could make it.
pub(crate) async fn save_png(name: &str, picture: &Picture) -> bool {
    match png(picture).await {
        Ok(blob) => save_blob(name, &blob).is_ok(),
        Err(_) => false,
    }
}

async fn png(picture: &Picture) -> Result<Blob, JsValue> {
    let Picture { svg, width, height } = picture;
    let pixels = i64::from(*width) * i64::from(*height) * i64::from(SCALE * SCALE);
    let scale = if pixels <= MOST_PIXELS { SCALE } else { 1 };
    let (width, height) = (width * scale, height * scale);
    // What a data: address has is of the page's own origin, also where the page is a file, and the canvas can be read.
    let image = HtmlImageElement::new()?;
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{}", String::from(encode_uri_component(svg))));
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    canvas.set_width(width.unsigned_abs());
    canvas.set_height(height.unsigned_abs());
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into::<CanvasRenderingContext2d>();
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width.into(), height.into())?;
    let mut failure = Ok(());
    let drawn = Promise::new(&mut |resolve, _| failure = canvas.to_blob(&resolve));
    failure?;
    JsFuture::from(drawn).await?.dyn_into()
}
