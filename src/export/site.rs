//! Where a recording or a post stands: the show of an episode, the blog of a post, as far as addresses and the catalog tell.

use super::context::Context;
use super::kind::is_of_years;
use super::type_id::type_of;
use crate::catalog::{Resource, is_body_word};
use crate::text::fold;

/// Hosts of podcasts, where each show has an address of its own.
const PODCAST_HOSTS: [&str; 10] = [
    "libsyn.com",
    "castos.com",
    "buzzsprout.com",
    "podbean.com",
    "simplecast.com",
    "transistor.fm",
    "blubrry.com",
    "captivate.fm",
    "megaphone.fm",
    "anchor.fm",
];

/// Words in names of shows.
const SHOWS: [&str; 3] = ["podcast", "edcast", "radio"];

/// The letters and digits of a name, folded.
fn letters(name: &str) -> String {
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The first letters of the words of a name, of a word with capitals within these; folded: `srhs`, `cw`.
fn initials(name: &str) -> String {
    let begins = |word: &str| word.chars().filter(|c| c.is_uppercase()).collect::<String>();
    fold(&name.split([' ', '-']).map(begins).collect::<String>())
}

/// The host of an address and its path, folded.
fn parts(resource: &Resource) -> Option<(String, String)> {
    let url = fold(resource.url.as_deref()?);
    let (_, rest) = url.split_once("://")?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    Some((host.to_owned(), path.to_owned()))
}

/// The publisher of a podcast that is the show itself: it is called a podcast or a radio, the title or the address calls it one, or a host of
/// podcasts has the show under its name (APA 7 section 10.12).
pub(crate) fn show_of(resource: &Resource) -> Option<&str> {
    if type_of(resource) != "podcast" || resource.container.is_some() || is_of_years(resource) {
        return None;
    }
    let (host, path) = parts(resource).unwrap_or_default();
    let title = letters(&resource.title);
    let show = |name: &&String| {
        let (folded, own) = (fold(name), letters(name));
        let is_called = SHOWS.iter().any(|word| folded.split(' ').any(|part| part == *word));
        let has_place = || PODCAST_HOSTS.iter().any(|end| host.ends_with(end)) && letters(&host).starts_with(&own);
        let called = format!("{own}podcast");
        is_called || own.len() > 3 && (has_place() || title.contains(&called) || letters(&path).contains(&called))
    };
    resource.publishers.iter().find(show).map(String::as_str)
}

/// The publisher whose site the address of a post leads to, where several are named: whose name or initials a part of the path or the
/// host begins with, the path first (APA 7 section 9.23; Chicago 17 section 14.208).
pub(super) fn site_of(resource: &Resource) -> Option<&str> {
    let (host, path) = parts(resource).filter(|_| resource.publishers.len() > 1)?;
    let first = |text: &str, is_own: &dyn Fn(&str, &str) -> bool| {
        resource.publishers.iter().find(|name| is_own(name, text)).map(String::as_str)
    };
    // `cw_post` is CompetencyWorks' part of the site of another.
    let in_path = |name: &str, path: &str| {
        let own = initials(name);
        own.len() > 1
            && path.split('/').any(|part| part.split(['_', '-']).next() == Some(&own) && part.len() > own.len())
    };
    let in_host = |name: &str, host: &str| {
        let (own, own_initials) = (letters(name), initials(name));
        host.trim_start_matches("www.").split('.').any(|label| {
            let label = letters(label);
            own.len() > 3 && label.starts_with(&own) || own_initials.len() > 2 && label.starts_with(&own_initials)
        })
    };
    // A bare site tells nothing of its parts.
    let has_path = !path.is_empty() && !path.starts_with('?');
    first(&path, &in_path).or_else(|| first(&host, &in_host).filter(|_| has_path))
}

/// Whether the publisher of a post that nobody signs is a blog, and no body that has one: not where it is called as a body is, where the
/// address has a part for the blog, or where the catalog has other works that it published.
pub(super) fn is_blog(resource: &Resource, context: Context<'_>, name: &str) -> bool {
    if resource.publishers.len() > 1 || fold(name).contains("blog") {
        return !is_body_word(name);
    }
    let (host, path) = parts(resource).unwrap_or_default();
    let own = initials(name);
    let is_of_other = !letters(&host).contains(&letters(name))
        && own.len() > 1
        && path.split('/').any(|part| part.split(['_', '-']).next() == Some(&own) && part.len() > own.len());
    let has_part = host.split('.').chain(path.split('/')).any(|part| part == "blog");
    is_of_other || !is_body_word(name) && !has_part && !context.publishes_works(name)
}

#[cfg(test)]
mod tests {
    use super::{is_blog, show_of, site_of};
    use crate::catalog::{Head, Resource};
    use crate::export::context::Context;

    fn resource(kind: &str, title: &str, publishers: &[&str], url: &str) -> Resource {
        Resource {
            title: title.to_owned(),
            publishers: publishers.iter().map(|name| (*name).to_owned()).collect(),
            r#type: Some(kind.to_owned()),
            url: Some(url.to_owned()),
            ..Resource::default()
        }
    }

    #[test]
    fn a_publisher_is_the_show_where_its_name_the_title_or_the_address_says_so() {
        for (title, publisher, url, is_show) in [
            ("On grades", "Growth Over Grades Podcast", "https://a.example/x", true),
            ("On grades", "Getting Smart", "https://gettingsmart.libsyn.com/177-key", true),
            ("On grades", "Ethical Schools", "https://ethical-schools.castos.com/episodes/x", true),
            ("Getting Smart Podcast | Learning Anywhere", "Getting Smart", "https://www.gettingsmart.com/x", true),
            ("On time", "Truth for Teachers", "https://truthforteachers.com/truth-for-teachers-podcast/x", true),
            ("On grades", "NWEA", "https://thecontinuingeducator.buzzsprout.com/1", false),
            ("On grades", "WestEd", "https://www.wested.org/x", false),
            ("On grades", "Turnaround for Children", "https://the180.podbean.com/e/x", false),
        ] {
            let episode = resource("podcast", title, &[publisher], url);
            assert_eq!(show_of(&episode), is_show.then_some(publisher), "{publisher} {url}");
            let stated = Resource { container: Some("A Show".to_owned()), ..episode };
            assert_eq!(show_of(&stated), None, "{publisher}");
        }
    }

    #[test]
    fn the_site_of_a_post_is_where_its_address_leads() {
        let of = |publishers: &[&str], url: &str| {
            site_of(&resource("blog-post", "On grades", publishers, url)).map(str::to_owned)
        };
        let school = ["Sanborn Regional High School", "CompetencyWorks"];
        assert_eq!(of(&school, "http://srhsprincipalsblog.blogspot.com/2018/1").as_deref(), Some(school[0]));
        let post = ["Aurora Institute", "CompetencyWorks"];
        assert_eq!(of(&post, "https://aurora-institute.org/cw_post/x").as_deref(), Some(post[1]));
        assert_eq!(of(&post, "https://aurora-institute.org/blog/x").as_deref(), Some(post[0]));
        assert_eq!(of(&post, "https://aurora-institute.org/?p=11289"), None);
        assert_eq!(of(&post, "https://a.example/x"), None);
        assert_eq!(of(&post[..1], "https://aurora-institute.org/x"), None);
    }

    #[test]
    fn who_published_an_unsigned_post_is_a_blog_unless_the_address_has_a_part_for_one() {
        let head = Head::default();
        for (publisher, url, expected) in [
            ("Grading for Growth", "https://gradingforgrowth.com/p/x", true),
            ("CompetencyWorks", "https://aurora-institute.org/cw_post/x", true),
            ("SlideRoom", "https://www.slideroom.com/blog/x", false),
            ("SlideRoom", "http://blog.slideroom.com/x", false),
            ("Education Wales", "https://educationwales.blog.gov.wales/x", false),
            ("Center for Assessment", "https://www.nciea.org/x", false),
        ] {
            let post = resource("blog-post", "On grades", &[publisher], url);
            assert_eq!(is_blog(&post, Context::from(&head), publisher), expected, "{publisher} {url}");
        }
    }
}
