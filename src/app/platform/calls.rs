//! What tests ask the module for.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::explore::calls;

/// Returns how often the engine was called for what reads many records: see [`calls`].
#[wasm_bindgen(js_name = engineCalls)]
#[must_use]
pub fn engine_calls() -> Vec<u32> {
    calls().to_vec()
}
