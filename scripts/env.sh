# shellcheck shell=bash
# To be sourced. Puts the project's cached tools first on PATH, says where they are, and defines `in_wasm`, which runs a
# command with the Rust that compiles to WebAssembly. It installs nothing: that is the work of setup.sh.
#
#   EXPLORER_WASM=default|debian   which Rust compiles to WebAssembly: the usual one, or that of Debian's packages.
#                                  Left out: the usual one when it has the wasm32 target, else Debian's.

explorer_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

TRUNK_VERSION=0.21.14
BINARYEN_VERSION=132.0.0
ESBUILD_VERSION=0.28.2
GECKODRIVER_VERSION=0.37.1
AXE_VERSION=4.14.1
# A citation processor, and the styles (editions of APA, MLA and Chicago) and locales that it reads.
CITEPROC_VERSION=2.4.63
CSL_STYLES_VERSION=0.1.6
CSL_LOCALES_VERSION=0.11.1
# The command-line tool and the library have to agree to the last digit.
WASM_BINDGEN_VERSION=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p;}' "$explorer_root/Cargo.lock")

EXPLORER_TOOLS=${XDG_CACHE_HOME:-$HOME/.cache}/competency-explorer

trunk_dir=$EXPLORER_TOOLS/trunk-$TRUNK_VERSION
wasm_bindgen_dir=$EXPLORER_TOOLS/wasm-bindgen-$WASM_BINDGEN_VERSION
binaryen_dir=$EXPLORER_TOOLS/binaryen-$BINARYEN_VERSION
esbuild_dir=$EXPLORER_TOOLS/esbuild-$ESBUILD_VERSION
geckodriver_dir=$EXPLORER_TOOLS/geckodriver-$GECKODRIVER_VERSION
axe_dir=$EXPLORER_TOOLS/axe-core-$AXE_VERSION
citeproc_dir=$EXPLORER_TOOLS/citeproc-$CITEPROC_VERSION
csl_dir=$EXPLORER_TOOLS/csl-styles-$CSL_STYLES_VERSION-$CSL_LOCALES_VERSION

explorer_path=$trunk_dir/bin:$wasm_bindgen_dir/bin:$binaryen_dir/node_modules/.bin:$esbuild_dir/node_modules/.bin:$geckodriver_dir/bin
case ":$PATH:" in
*":$explorer_path:"*) ;;
*) PATH=$explorer_path:$PATH ;;
esac
# rustup's own folder, for shells that never read its profile.
if [ -d "${CARGO_HOME:-$HOME/.cargo}/bin" ] && ! command -v rustup >/dev/null 2>&1; then
    PATH=$PATH:${CARGO_HOME:-$HOME/.cargo}/bin
fi
export PATH
# A registry may answer late: cargo asks again, a bounded number of times.
export CARGO_NET_RETRY=${CARGO_NET_RETRY:-5}
export AXE_PATH=$axe_dir/node_modules/axe-core/axe.min.js
export CITEPROC_PATH=$citeproc_dir/node_modules/citeproc/citeproc_commonjs.js
export CSL_STYLES=$csl_dir

# For WebAssembly alone. erase_components is Leptos' switch for fewer generic types: the module is a sixth smaller (brotli).
# The module names the sources of its panics: without the folders of the machine that built it.
CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--cfg erase_components --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo"
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS

# Where the standard library for wasm32 built from Debian's sources stands, and what it was built with.
debian_wasm_std=/usr/lib/rustlib/wasm32-unknown-unknown/lib
debian_wasm_stamp=$debian_wasm_std/built-with

# Whether a sysroot has the standard library for wasm32.
has_wasm_std() {
    compgen -G "$1/lib/rustlib/wasm32-unknown-unknown/lib/libstd-*.rlib" >/dev/null
}

# Whether Debian's Rust is complete: compiler, linker, clippy, and a standard library that this very compiler built.
debian_wasm_ready() {
    [ -x /usr/bin/cargo ] && [ -x /usr/bin/rustc ] && [ -x /usr/bin/cargo-clippy ] && [ -x /usr/bin/wasm-ld-22 ] &&
        has_wasm_std /usr && [ "$(cat "$debian_wasm_stamp" 2>/dev/null)" = "$(/usr/bin/rustc -vV)" ] &&
        { ! command -v rustup >/dev/null || [ -e "${RUSTUP_HOME:-$HOME/.rustup}/toolchains/debian" ]; }
}

# Prints which Rust compiles to WebAssembly here: default, debian or none.
wasm_toolchain() {
    local sysroot
    if [ "${EXPLORER_WASM:-default}" = default ] && sysroot=$(rustc --print sysroot 2>/dev/null) &&
        has_wasm_std "$sysroot" && ! { [ "$sysroot" = /usr ] && [ -e "$debian_wasm_stamp" ]; }; then
        echo default
    elif [ "${EXPLORER_WASM:-debian}" = debian ] && debian_wasm_ready; then
        echo debian
    else
        echo none
    fi
}

# Runs a command with the Rust that compiles to WebAssembly.
in_wasm() {
    case $(wasm_toolchain) in
    default) "$@" ;;
    debian)
        if command -v rustup >/dev/null; then
            RUSTUP_TOOLCHAIN=debian CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-22 "$@"
        else
            CARGO=/usr/bin/cargo RUSTC=/usr/bin/rustc RUSTDOC=/usr/bin/rustdoc \
                CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-22 PATH=$explorer_path:/usr/bin:$PATH "$@"
        fi
        ;;
    *)
        echo "No Rust here compiles to WebAssembly yet: run scripts/setup.sh" >&2
        return 1
        ;;
    esac
}
