//! The size of the page: a desk, or a phone.

use serde_json::json;

use crate::browsers::Browser;
use crate::session::Session;

/// Width and height in CSS pixels. The window of `MiniBrowser` stays [`WIDEST_PHONE`] wide at least.
pub(crate) const PHONE: (u32, u32) = (390, 844);
pub(crate) const WIDEST_PHONE: f64 = 447.0;
const DESK: (u32, u32) = (1280, 900);

impl Session {
    pub(crate) fn be_phone(&self) {
        let (width, height) = PHONE;
        match self.browser {
            Browser::Chromium => {
                let size = json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true });
                self.devtools("Emulation.setDeviceMetricsOverride", &size);
            }
            // Its window does not get that narrow, but the page in it does.
            Browser::Firefox => {
                self.in_browser_itself(LIMIT_WIDTH, &[json!(format!("{width}px"))]);
            }
            Browser::WebKit => self.resize(PHONE),
        }
    }

    /// What every scenario starts with, whatever the one before did.
    pub(crate) fn be_desk(&self) {
        match self.browser {
            Browser::Chromium => {
                self.devtools("Emulation.clearDeviceMetricsOverride", &json!({}));
            }
            Browser::Firefox => {
                self.in_browser_itself(LIMIT_WIDTH, &[json!("")]);
            }
            Browser::WebKit => self.resize(DESK),
        }
    }

    fn resize(&self, (width, height): (u32, u32)) {
        self.post("window/rect", &json!({ "width": width, "height": height }));
    }
}

const LIMIT_WIDTH: &str = "
    const window = Services.wm.getMostRecentWindow('navigator:browser');
    window.gBrowser.selectedBrowser.style.maxWidth = arguments[0];
";
