#!/usr/bin/env bash
# Takes the pictures of the README, of the guide for curators and of the tests from the built page, with Chromium: run `make pictures` after a change that shows.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=env.sh
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$explorer_root"

page=dist/competency-explorer.html
[ -e "$page" ] || { echo "pictures: there is no $page: run make build" >&2; exit 1; }
browser=${CHROMIUM:-$(command -v chromium || command -v google-chrome || true)}
[ -n "$browser" ] || { echo "pictures: no Chromium here; CHROMIUM names one" >&2; exit 1; }

# picture NAME WIDTH,HEIGHT FRAGMENT
picture() {
    "$browser" --headless --no-sandbox --hide-scrollbars --force-color-profile=srgb --window-size="$2" --virtual-time-budget=8000 \
        --screenshot="docs/pictures/$1.png" "file://$PWD/$page$3" 2>/dev/null
    echo "docs/pictures/$1.png"
}

mkdir -p docs/pictures
picture first-page 1280,900 ""
picture results 1280,900 "#/?theme=grading"
picture cloud 1280,900 "#/?view=cloud"
picture cloud-distinctive 1280,900 "#/?place=Maine&view=cloud&weigh=special"
picture cloud-words 1280,900 "#/?view=cloud&cloud=summary"
picture gap-map 1280,1000 "#/?view=map"
picture timeline 1280,760 "#/?view=time&stack=type"
picture connections 1280,1400 "#/?view=together"
picture theme 1280,900 "#/?about=credit-flexibility"
picture place 1280,900 "#/?about=place:Maine"
picture comparison 1280,900 "#/?view=compare&compare=golden-ticket&compare=fit-for-purpose-taking-the-long-view"
picture sets 1280,900 "#/?view=sets&a=place%3DMaine&b=place%3DNew%20Hampshire"

# The pictures of the guide for curators, and the small ones of many states that the tests compare the page with.
EXPLORER_RENEW_PICTURES=1 cargo test --locked --quiet --test browser chromium_shows_what_is_in_the_pictures
echo "tests/pictures"
