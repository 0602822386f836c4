//! The messages of the page, each declared once, and what a language has to have.

use super::locale::Locale;
use crate::catalog::{Finding, FindingKind, PartialDate, ReadError};
use crate::embed::{Part, Scheme};
use crate::explore::{Hint, Lesson, Sort, Task, View};
use crate::export::{Format, Part as ReadPart, ReadingPlan};
use crate::search::TextField;
use crate::search::query::QueryHint;
use crate::shelf::NotStored;

/// Hands the declarations of all messages to a macro: `texts` have no arguments, `sentences` have.
macro_rules! messages {
    ($declare:ident) => {
        $declare! {
            texts {
                // The page
                skip,
                close,
                results,
                sort_by,
                shown_as,
                no_resources,
                dismiss,
                third_party,
                nothing_leaves,
                make_own,
                own_failed,
                own_missing,
                own_back,
                sections,
                section_results,
                section_themes,
                section_saved,
                export_label,
                quick_label,
                quick_free,
                quick_practical,
                clear_facet,
                colours_of_device,
                colours_light,
                colours_dark,
                // Loading the catalog
                not_fetched,
                failed,
                plain_below,
                loading,
                stop_loading,
                load_all,
                try_again,
                // The search box, and what it finds or does not find
                search,
                search_example,
                clear_search,
                nothing_found_help,
                suggestions,
                tips,
                type_this,
                to_find,
                here,
                tips_note,
                only_typed,
                search_also,
                mostly,
                only_my_words,
                suggest_only,
                suggest_search,
                suggest_spelling,
                suggest_places,
                suggest_types,
                suggest_filters,
                suggest_resources,
                suggest_words,
                slash_setting,
                filters_cleared,
                search_cleared,
                // Facets and chips
                filters_label,
                more_filters,
                clear_all,
                chosen,
                not_this,
                only_this,
                any_of_these,
                all_of_these,
                no_value_found,
                not_stated_text,
                /// The one above within a sentence.
                not_stated_within,
                from,
                to,
                earliest,
                latest,
                show_fewer,
                any_filter,
                what_you_typed,
                and,
                or,
                lead_without,
                lead_with,
                // One resource
                compare,
                comparison,
                comparison_table,
                put_back,
                shared,
                back,
                back_to_comparison,
                previous,
                next,
                about,
                sources,
                new_tab,
                no_link,
                authors,
                publishers,
                places,
                keywords,
                published,
                pages,
                minutes,
                summary,
                link,
                sources_label,
                confidence_label,
                // The cloud
                tags_are,
                sized_by,
                by_number,
                by_special,
                order,
                by_name,
                by_weight,
                least,
                least_unit,
                most,
                most_unit,
                cloud_settings,
                any_tag,
                as_list,
                more_here,
                less_here,
                special_of_all,
                nothing_special,
                special_help,
                size_help,
                more_settings,
                stop_words_left_out,
                show_rare,
                count,
                share_label,
                share_elsewhere,
                difference_label,
                words_of_summaries,
                only_here,
                // Gap map, timeline, connections
                rows,
                swap_axes,
                swap_hint,
                order_of_rows,
                order_of_columns,
                many_first,
                in_order,
                cells_as,
                shading,
                bubbles,
                open_all,
                close_all,
                gap,
                gap_legend,
                fewer_legend,
                more_gaps,
                settings,
                few,
                many,
                picture_label,
                all,
                others,
                no_values,
                time_title,
                stacked_by,
                undivided,
                first_year,
                last_year,
                all_years,
                same_as_table,
                year,
                resources_label,
                several_values,
                no_years,
                together_title,
                pair_of_themes_label,
                beside_chance,
                lift_help,
                broad,
                narrow,
                which_themes,
                order_of_pairs,
                beyond_chance,
                no_themes,
                nothing_together,
                connections_table,
                // The page of a theme
                // The first page
                examples_label,
                doors_label,
                states_label,
                states_on_map,
                states_note,
                states_list,
                newest_label,
                // What is like a resource
                similar_label,
                // The page of a theme
                about_this_theme,
                about_short,
                part_of_label,
                start_here,
                within_label,
                beside,
                beside_lead,
                beside_end,
                beside_shown,
                who,
                when,
                for_whom,
                missing_label,
                none_on_it,
                // Comparing resources, comparing sets, table of results
                only_differences,
                only_complete,
                no_rows,
                my_note,
                note_example,
                notes_here,
                notes_not_kept,
                note_merged,
                add_one,
                nearest_label,
                add_example,
                nothing_to_add,
                sets_instead,
                how_alike,
                how_alike_help,
                all_miss,
                add,
                copy_markdown,
                save_markdown,
                save_csv,
                copied,
                not_copied,
                not_saved,
                title,
                result_table,
                columns,
                compare_with_label,
                both_sets,
                several_sets,
                set_a,
                set_b,
                set_c,
                set_d,
                sets_lead,
                add_set,
                choose_set,
                choose_value,
                remove_set,
                compare_by,
                set_value,
                compare_my_state,
                whole_catalog,
                no_theme_stated,
                as_bars,
                as_table,
                any_value,
                distinctive,
                distinctive_help,
                no_words,
                years_label,
                share_of_each,
                same_sets,
                nothing_to_show,
                comparison_file,
                // The shelf, shared lists, printing
                shelf,
                keep,
                kept_label,
                first_list,
                new_list,
                your_lists,
                list_name,
                for_whom_example,
                cite_short,
                delete_list,
                compare_list,
                nothing_kept,
                empty_list,
                open_file,
                file_unread,
                file_part,
                file_cut,
                unnamed,
                keep_as_own,
                not_now,
                to_first_page,
                address_cut,
                few_found,
                add_note,
                show_shelf,
                undo,
                gone,
                back_to_shelf,
                unread,
                save_unread,
                drop_unread,
                unread_deleted,
                unread_not_saved,
                shelf_refused,
                shelf_full,
                stored_again,
                where_kept,
                list_page,
                list_file,
                handout_form,
                plan_form,
                slides_form,
                purposes,
                purpose_cite,
                purpose_manager,
                purpose_data,
                purpose_page,
                page_help,
                handout_help,
                slides_help,
                sitting_label,
                no_length,
                references_label,
                cite_search,
                qr_code,
                too_long_for_code,
                with_notes_label,
                no_notes,
                copy_list_link,
                link_too_long,
                no_link_of_file,
                own_address_copied,
                own_address_not_copied,
                open_in_catalog,
                print,
                print_now,
                layout_label,
                reading_list,
                checklist,
                annotated,
                brief,
                table_layout,
                cited_as,
                no_print,
                my_note_says,
                references_file,
                unread_file,
                // Citing and exporting
                take_as,
                search_line,
                copy_link,
                share_as_file,
                share_link,
                download,
                exported,
                copy_by_hand,
                no_file,
                making_file,
                too_many_to_copy,
                link_copied,
                link_not_copied,
                // On other websites
                embed,
                embed_this,
                open_full,
                /// Shown where another language is wanted, which is not there.
                only_this_language,
                locked_hint,
                sealed,
                embed_intro,
                embed_what,
                embed_all,
                embed_filtered,
                embed_change,
                embed_view,
                embed_parts,
                embed_compact,
                embed_look,
                embed_scheme,
                embed_colours,
                embed_font,
                embed_height,
                embed_address,
                embed_address_field,
                embed_address_hint,
                embed_snippet,
                embed_frame,
                embed_link_label,
                embed_copy,
                embed_address_first,
                embed_preview,
                embed_check,
                embed_check_text,
                accent,
                background,
                text_colour,
                radius,
                height_auto,
                check_title,
                check_link,
                check_without_scripts,
                check_alone,
                check_script,
                check_frame,
                fact_script,
                fact_no_script,
                fact_sealed,
                fact_not_sealed,
                fact_stored,
                fact_not_stored,
                fact_can_run,
                fact_too_old,
                // Before the module is there, or without it
                no_scripts,
                no_wasm,
                too_old,
                needs_server,
                not_started,
                has_stopped,
                could_not_start,
                stalled,
                list_below,
                // Measuring
                how_fast,
                measurement,
                how_fast_help,
                measured_in,
                made_in,
                copy,
                as_text,
            }
            sentences {
                // The page
                fn date(date: PartialDate) -> String;
                fn resources(n: usize) -> String;
                /// How many of all resources.
                fn of_resources(n: usize, total: usize) -> String;
                fn show_more(n: usize) -> String;
                /// That no more results are drawn than so many.
                fn first_results(shown: usize, total: usize) -> String;
                /// How many findings there are in the catalog.
                fn findings(n: usize) -> String;
                fn more_findings(n: usize) -> String;
                /// The date of the catalog.
                fn catalog_of(date: &str) -> String;
                fn view_name(view: View) -> &'static str;
                /// A name with how many there are of it.
                fn with_count(name: &str, n: usize) -> String;
                fn sort(sort: Sort) -> &'static str;
                /// A chip, and that it opens what can be done with it.
                fn finding(finding: &Finding) -> String;
                fn finding_kind(kind: &FindingKind) -> String;
                fn read_error(error: &ReadError) -> String;
                fn chip_actions(chip: &str) -> String;
                /// The text of a chip of a value that is left out.
                fn left_out_chip(value: &str) -> String;
                /// What is of a year or later.
                fn since_year(year: &str) -> String;
                fn clear_of_facet(facet: &str) -> String;
                fn n_pages(n: usize) -> String;
                fn n_minutes(n: usize) -> String;
                /// The fields that a record does not state.
                fn not_stated_fields(names: &str) -> String;
                /// A value that is left out, in the title of the tab.
                fn not_value(value: &str) -> String;
                // Loading the catalog
                fn not_served(status: u16) -> String;
                /// That the plain list has only the first resources.
                fn first_of(most: usize, n: usize) -> String;
                /// How many have come so far.
                fn loaded(n: usize) -> String;
                fn interrupted(n: usize) -> String;
                fn truncated(n: usize) -> String;
                fn stopped(n: usize) -> String;
                // The search box, and what it finds or does not find
                fn also_matched(words: &str) -> String;
                fn also_searched(words: &str) -> String;
                /// The headline of a dead end: the conditions that nothing meets together, and the values that are left out.
                fn nothing_has(all: &[String], left_out: &[String]) -> String;
                fn search_everywhere(n: usize) -> String;
                fn without_query(n: usize) -> String;
                fn without_choice(facet: &str, n: usize) -> String;
                fn with_again(condition: &str, n: usize) -> String;
                fn without_condition(condition: &str, n: usize) -> String;
                /// A value, the one above it in the tree, and how many resources that finds.
                fn broaden_to(value: &str, above: &str, n: usize) -> String;
                /// A value above a chosen one, which can take its place.
                fn broaden(above: &str) -> String;
                /// That a condition was exported away.
                fn removed_condition(condition: &str) -> String;
                /// That a value took the place of a narrower one.
                fn broadened(above: &str) -> String;
                /// How many suggestions there are, and how they are reached.
                fn n_suggestions(n: usize) -> String;
                /// A query within values of facets: "rubric in Videos", "grading in Guides, Teachers".
                fn query_in(query: &str, values: &str) -> String;
                /// The label of a type, of which there are many: "Video" is "Videos". Where a language has no rule for it, the label.
                fn plural_label(label: &str) -> String;
                /// A label within a sentence: "Videos" is "videos", "FAQs" and "K-12" stay. Where nouns keep their capital, the label.
                fn label_within(label: &str) -> String;
                fn only_in_values(values: &str, n: usize) -> String;
                fn nothing_in(values: &[String]) -> String;
                fn none_on(types: &str, query: &str) -> String;
                fn nothing_on_in(query: &str, values: &[String]) -> String;
                /// How many resources are of a type, whose label is given for one and for many.
                fn of_type(n: usize, one: &str, many: &str) -> String;
                /// How many of what was found are on the rest of the query.
                fn on_rest_of_query(n: usize, rest: &str) -> String;
                /// What an example teaches.
                fn lesson(lesson: Lesson) -> &'static str;
                fn field_name(field: TextField) -> &'static str;
                fn matched_in_fields(fields: &str) -> String;
                /// What of a query was not read as it was written, and how it was read instead; with the field that was perhaps meant.
                fn query_hint(hint: &QueryHint, meant: Option<&str>) -> String;
                /// What of an address means nothing here; with the name of the facet, where it is about one, and the most that are compared.
                fn address_hint(hint: &Hint, facet: &str, most_compared: usize) -> String;
                // Facets and chips
                /// The name of a built-in facet's values, many and one.
                fn facet_name(key: &str) -> Option<(&'static str, &'static str)>;
                /// What stands before the chosen values of a built-in facet: "about" Grading, "from" Maine.
                fn lead_of_facet(key: &str) -> Option<&'static str>;
                /// What stands before the chosen values of a facet that the catalog names.
                fn lead_of_field(label: &str) -> String;
                /// What stands before values that are left out.
                fn lead_not(lead: &str) -> String;
                fn show_results(n: usize) -> String;
                /// Shows all values of a facet, or as many as are shown.
                fn show_all(n: usize, most: usize) -> String;
                fn first_values(most: usize, n: usize) -> String;
                fn first_drawn(most: usize, n: usize) -> String;
                fn first_tiles(most: usize, n: usize) -> String;
                fn narrower(label: &str) -> String;
                fn remove_filter(text: &str) -> String;
                fn chosen_value(facet: &str, value: &str) -> String;
                fn left_out_value(facet: &str, value: &str) -> String;
                /// A button that turns a condition into its opposite or drops the others.
                fn turn(word: &str, condition: &str) -> String;
                fn any_or_all_of(facet: &str) -> String;
                fn find_in_facet(facet: &str) -> String;
                /// What a click on a value gives.
                fn forecast(n: usize, is_chosen: bool) -> String;
                fn range_from(from: &str) -> String;
                fn range_to(to: &str) -> String;
                fn range(from: &str, to: &str) -> String;
                // One resource
                fn nothing_picked(most: usize) -> String;
                /// Which of the results is open, from 1.
                fn place_among(place: usize, of: usize) -> String;
                fn visit(host: &str) -> String;
                fn compare_this(title: &str) -> String;
                fn picked(n: usize, most: usize) -> String;
                fn remove(title: &str) -> String;
                fn confidence(level: &str) -> String;
                // The cloud
                fn tag(label: &str, n: usize) -> String;
                fn tags_in_results(tags: &str, n: usize) -> String;
                /// The sentence above a cloud: its heaviest tags, and how many results have any of them, where that is counted.
                fn cloud_leads(tags: &[&str], n: usize, total: usize, is_special: bool) -> String;
                /// That no tag stands in enough resources.
                fn none_so_frequent(least: usize) -> String;
                fn times_as_frequent(times: &str) -> String;
                fn often_with(tags: &str) -> String;
                /// What happened to the cloud: how many tags are new, gone, larger, smaller; nothing where nothing did.
                fn tag_changes(new: usize, gone: usize, larger: usize, smaller: usize) -> String;
                // Gap map, timeline, connections
                fn table_of(title: &str) -> String;
                /// The name of a button that gives a picture as a file of a kind.
                fn download_as(kind: &str) -> String;
                /// The sentence above the gap map: what is crossed, and how many gaps there are.
                fn map_leads(title: &str, gaps: usize) -> String;
                fn map_sentence(n: usize, gaps: usize, cells: usize) -> String;
                /// That so many have two values, and how many are expected.
                fn fewer_than_expected(row: &str, column: &str, n: usize, expected: &str) -> String;
                /// How many values of a facet the map leaves out.
                fn values_left_out(facet: &str, n: usize) -> String;
                /// That so many of all rows are in the map.
                fn first_rows(shown: usize, n: usize) -> String;
                /// A cell of the map: its row, its column, how many, and how many of each type where they are shown.
                fn map_cell(row: &str, column: &str, n: usize, types: &str) -> String;
                fn gaps_as_list(n: usize) -> String;
                /// How many resources would be expected.
                fn would_be_expected(n: &str) -> String;
                fn none_for(row: &str, columns: &str) -> String;
                fn within(label: &str) -> String;
                /// The sentence above the timeline: the years with the most resources, how many, and of how many with a year.
                fn time_leads(years: &str, n: usize, dated: usize) -> String;
                fn half_since(since: i64) -> String;
                fn before_year(year: i64) -> String;
                /// The title of the bars of a year's months.
                fn year_by_month(year: i64) -> String;
                /// A month, 1 to 12, in three letters.
                fn short_month(month: usize) -> &'static str;
                /// A date without its day, as short as it goes.
                fn month_and_year(date: PartialDate) -> String;
                fn without_month(n: usize) -> String;
                /// How many resources, in a catalog of which years, how many of them with no year.
                fn in_catalog_of_years(n: usize, years: &str, undated: usize) -> String;
                /// The sentence above the connections: the two themes that most resources have both of.
                fn pair_leads(a: &str, b: &str, n: usize, total: usize) -> String;
                fn together_sentence(n: usize, values: usize) -> String;
                fn show_all_pairs(n: usize) -> String;
                fn pair_together(a: &str, b: &str, n: usize, lift: &str) -> String;
                /// How much more often than chance, from tenths.
                fn lift(tenths: u64) -> String;
                // The page of a theme
                /// A link to the page of a theme, whose name begins with what the link shows.
                fn about_theme(shown: &str, label: &str) -> String;
                fn show_them(n: usize) -> String;
                fn times_as_likely(times: &str) -> String;
                fn together(n: usize) -> String;
                /// How long a resource is, in pages or in minutes.
                fn in_pages(n: usize) -> String;
                fn in_minutes(n: usize) -> String;
                fn without_date(n: usize) -> String;
                fn in_year(year: &str, n: usize) -> String;
                // The first page, and what is like a resource
                /// What a reader finds in a catalog that does not say it.
                fn promise_of(n: usize) -> String;
                /// How many resources of how many publishers there are, about how many places, of which years.
                fn catalog_in_numbers(resources: usize, publishers: usize, places: usize, years: Option<(u32, u32)>) -> String;
                fn browse_all(n: usize) -> String;
                fn about_place(name: &str, n: usize) -> String;
                /// That there is little of a value of a facet on a theme: how much there is, and would be if it were as in the whole catalog.
                fn gap_on_theme(key: &str, value: &str, theme: &str, here: usize, expected: usize) -> String;
                /// Why a resource is like another: what both are about.
                fn both_on(names: &str) -> String;
                /// Why a resource is like another: who wrote both.
                fn also_by(names: &str) -> String;
                fn more_from(publisher: &str) -> String;
                // Comparing resources, comparing sets, table of results
                fn full(most: usize) -> String;
                fn start_with_first(n: usize) -> String;
                /// What some resources have in common: what all have, and what two or more have, each with how many more there are.
                fn in_common(n: usize, all: &[&str], some: &[&str]) -> String;
                /// The head of the closed rows that say the same of all resources.
                fn same_for_all(n: usize, rows: &[&str]) -> String;
                /// What of an attribute only one resource has.
                fn in_one_alone(attribute: &str) -> String;
                fn move_to(title: &str, left: bool) -> String;
                fn note_on(title: &str) -> String;
                fn add_this(title: &str) -> String;
                /// How many themes two resources share of those that either has, and which.
                fn themes_shared(shared: usize, of: usize, themes: &str) -> String;
                fn adds_values(values: &str) -> String;
                /// A button that compares a condition with another value.
                fn compare_with(condition: &str) -> String;
                fn show_set(n: usize) -> String;
                fn current_results(n: usize) -> String;
                /// Two values as an example of sets to compare: Maine or New Hampshire.
                fn one_or_other(a: &str, b: &str) -> String;
                fn before_and_since(year: &str) -> String;
                /// A link that compares a place with another one.
                fn compare_place(place: &str) -> String;
                fn n_of(n: usize, of: usize) -> String;
                fn only_in_set(set: &str) -> String;
                /// How large the sets are, each with its name, and how many resources are in more than one.
                fn sets_in_short(sets: &[(String, usize)], shared: usize) -> String;
                fn and_more(n: usize) -> String;
                /// In how many resources of its set a word stands, and in how many of the others.
                fn in_set_and_others(own: usize, others: usize) -> String;
                /// How many resources of each set are of a year.
                fn year_of_sets(year: &str, counts: &[u32]) -> String;
                // The shelf, shared lists, printing
                /// What a list that is given away has of what is private.
                fn with_notes(n: usize) -> String;
                fn keep_this(title: &str) -> String;
                /// That a resource is saved, and why only until the page is closed.
                fn saved_to(list: &str, refusal: Option<NotStored>) -> String;
                fn removed_from(title: &str, list: &str) -> String;
                fn deleted_list(list: &str, n: usize) -> String;
                fn item_is_back(title: &str) -> String;
                fn list_is_back(list: &str) -> String;
                /// The new place of a resource in its list, from 1.
                fn moved_to_place(title: &str, place: usize, of: usize) -> String;
                fn place_of(title: &str) -> String;
                fn move_item(title: &str, up: bool) -> String;
                fn shared_with_you(n: usize, n_gone: usize) -> String;
                fn readings(n: usize, n_gone: usize) -> String;
                fn add_to_list(list: &str) -> String;
                fn added_to_list(n: usize, list: &str) -> String;
                fn cite_list(n: usize) -> String;
                fn cite_this(title: &str) -> String;
                fn copied_as(style: &str) -> String;
                /// The title of a sitting of a plan.
                fn sitting(n: usize, minutes: u32) -> String;
                /// What of a work is read in a sitting.
                fn part(part: &ReadPart) -> String;
                /// How long a plan is in all, and how many works state no length.
                fn plan_about(plan: &ReadingPlan, sitting: u32) -> String;
                fn print_all(n: usize, most: usize) -> String;
                fn cut_short(most: usize, n: usize) -> String;
                fn resources_printed(n: usize, date: &str) -> String;
                fn resources_of_catalog(n: usize, catalog: &str, date: &str) -> String;
                // Citing and exporting
                /// What a format is called, with the programs that read it.
                fn format(format: Format) -> &'static str;
                fn take(n: usize) -> String;
                /// That the box shows only the first ones.
                fn shortened_text(most: usize, n: usize) -> String;
                // On other websites
                fn pixels(n: u32) -> String;
                fn part_name(part: Part) -> &'static str;
                fn scheme(scheme: Scheme) -> &'static str;
                /// The text of the link, where nothing but a link is allowed: how many, which, in which catalog.
                fn explore_link(n: usize, which: &str, catalog: &str) -> String;
                /// That a catalog on another website could not be fetched, and what to do.
                fn catalog_elsewhere(there: &str, here: &str) -> String;
                // Measuring
                fn measure(n: usize, is_this: bool) -> String;
                fn measuring(n: usize) -> String;
                fn task(task: Task) -> &'static str;
            }
        }
    };
}

/// Makes [`Texts`] and [`Messages`] of the declarations.
macro_rules! types {
    (
        texts { $($(#[$text_doc:meta])* $text:ident,)* }
        sentences { $($(#[$doc:meta])* fn $name:ident($($arg:ident: $type:ty),*) -> $returned:ty;)* }
    ) => {
        /// The messages of a language that have no arguments.
        pub struct Texts {
            $($(#[$text_doc])* pub $text: &'static str,)*
        }

        /// The messages of a language that have arguments: whole sentences, or names within them. Numbers come as numbers, so
        /// that a language chooses its plural form; texts come as the catalog or the reader wrote them.
        pub trait Messages: Sync {
            $($(#[$doc])* fn $name(&self, $($arg: $type),*) -> $returned;)*
        }
    };
}

pub(super) use messages;

messages!(types);

/// A language of the page.
pub struct Language {
    /// Its tag (BCP 47).
    pub tag: &'static str,
    /// What it calls itself.
    pub name: &'static str,
    /// Whether it is written from right to left.
    pub is_rtl: bool,
    /// How it writes numbers and lists.
    pub locale: &'static Locale,
    /// Its texts.
    pub texts: &'static Texts,
    /// Its messages, which have arguments.
    pub messages: &'static dyn Messages,
}
