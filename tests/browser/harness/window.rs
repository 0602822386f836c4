//! The size of the page: a desk, or a phone.

use serde_json::json;

use crate::harness::browsers::Browser;
use crate::harness::session::Session;

/// Width and height in CSS pixels. The window of `MiniBrowser` stays [`WIDEST_PHONE`] wide at least.
pub(crate) const PHONE: (u32, u32) = (390, 844);
pub(crate) const WIDEST_PHONE: f64 = 447.0;
/// The width that WCAG 2.2 asks for in its criterion 1.4.10 (Reflow).
pub(crate) const NARROWEST: u32 = 320;
const DESK: (u32, u32) = (1280, 900);

impl Session {
    pub(crate) fn be_phone(&self) {
        self.be_wide(PHONE.0);
    }

    /// As wide as that, and high as a phone; `MiniBrowser` no narrower than it goes.
    pub(crate) fn be_wide(&self, width: u32) {
        let height = PHONE.1;
        match self.browser {
            Browser::Chromium => {
                let size = json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true });
                self.devtools("Emulation.setDeviceMetricsOverride", &size);
            }
            // Its window does not get that narrow, but the page in it does.
            Browser::Firefox => {
                self.in_browser_itself(LIMIT_WIDTH, &[json!(format!("{width}px"))]);
            }
            Browser::WebKit => self.resize((width, height)),
        }
    }

    /// Shows the page as it is on paper of a width in CSS pixels; `None` as on a screen again. Whether the browser can.
    pub(crate) fn be_paper(&self, width: Option<u32>) -> bool {
        let medium = if width.is_some() { "print" } else { "" };
        match self.browser {
            Browser::Chromium => {
                self.devtools("Emulation.setEmulatedMedia", &json!({ "media": medium }));
            }
            Browser::Firefox => {
                self.in_browser_itself(SET_MEDIUM, &[json!(medium)]);
            }
            Browser::WebKit => return false,
        }
        match width {
            Some(width) => self.be_wide(width),
            None => self.be_desk(),
        }
        true
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

const SET_MEDIUM: &str = "
    const window = Services.wm.getMostRecentWindow('navigator:browser');
    window.gBrowser.selectedBrowser.browsingContext.mediumOverride = arguments[0];
";

const LIMIT_WIDTH: &str = "
    const window = Services.wm.getMostRecentWindow('navigator:browser');
    window.gBrowser.selectedBrowser.style.maxWidth = arguments[0];
";
