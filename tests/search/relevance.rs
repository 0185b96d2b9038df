//! How good the order is: queries with the articles that somebody who asks so would want to read, judged by reading them.
//!
//! The measure is nDCG@10 (Järvelin, Kekäläinen: Cumulated Gain-Based Evaluation of IR Techniques, 2002) with a gain of
//! 2^grade − 1. It is 1 when the ten best articles come first, the best on top. What nobody has judged counts nothing.

use dateline::app::App;
use dateline::domain::AsOf;

use super::{find, slugs_of};
use crate::support::database::{Backend, Contents, noon};
use crate::support::{corpus, on_both_databases, run_on, sample, shared};

/// A query, and what is worth reading for it.
struct Judged {
    query: &'static str,
    /// From 1, which is near, to 3, which is what was looked for.
    grades: Vec<(&'static str, i32)>,
}

/// Reads lines of `? query`, each followed by lines of a grade and a slug.
fn judged(text: &'static str) -> Vec<Judged> {
    let mut all: Vec<Judged> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.split_once(' ').expect("a mark and what follows it") {
            ("?", query) => all.push(Judged { query, grades: Vec::new() }),
            (grade, slug) => {
                let judged = all.last_mut().expect("a query comes first");
                judged.grades.push((slug, grade.parse().expect("a grade")));
            }
        }
    }
    all
}

fn gain(grade: i32) -> f64 {
    2_f64.powi(grade) - 1.0
}

fn discounted(gains: impl Iterator<Item = f64>) -> f64 {
    gains.take(10).zip(2_i32..).map(|(gain, place)| gain / f64::from(place).log2()).sum()
}

fn ndcg(found: &[String], grades: &[(&str, i32)]) -> f64 {
    let grade =
        |slug: &String| grades.iter().find(|(judged, _)| judged == slug).map_or(0, |(_, grade)| *grade);
    let mut best: Vec<f64> = grades.iter().map(|(_, grade)| gain(*grade)).collect();
    best.sort_by(|a, b| b.total_cmp(a));
    discounted(found.iter().map(|slug| gain(grade(slug)))) / discounted(best.into_iter())
}

/// Asks all queries and prints how well each is answered. Gives the mean, and what was found.
async fn measure(app: &App, name: &str, queries: &[Judged]) -> (f64, Vec<Vec<String>>) {
    let (mut sum, mut answers, mut report) = (0.0, Vec::new(), Vec::new());
    for Judged { query, grades } in queries {
        let slugs = slugs_of(&find(app, AsOf::Now(noon()), query).await);
        let value = ndcg(&slugs, grades);
        sum += value;
        report.push(format!("\n  {value:.3}  {query}"));
        if std::env::var_os("DATELINE_SHOW_RANKING").is_some() {
            for slug in slugs.iter().take(10) {
                let grade = grades.iter().find(|(judged, _)| judged == slug).map_or(0, |(_, grade)| *grade);
                report.push(format!("\n           {grade} {slug}"));
            }
        }
        answers.push(slugs);
    }
    #[expect(clippy::cast_precision_loss, reason = "a few dozen queries")]
    let mean = sum / queries.len() as f64;
    shared::print_loudly(&format!(
        "nDCG@10 of {} queries over {name}: {mean:.3}{}",
        queries.len(),
        report.concat()
    ));
    (mean, answers)
}

on_both_databases! { SampleNewsroom;
    async fn what_is_wanted_of_the_sample_newsroom_comes_first(app: &App) {
        let (mean, _) = measure(app, "the sample newsroom", &judged(include_str!("judged/sample.txt"))).await;
        assert!(mean >= 0.93, "the order of the sample newsroom has become worse: {mean:.3}");
    }
}

/// The same in the same order on both databases, to the last place.
#[test]
fn what_is_wanted_of_a_public_newsroom_comes_first() {
    let Some(root) = corpus::unpacked("digitalgov") else { return };
    let queries = judged(include_str!("judged/digitalgov.txt"));
    let mut all = Vec::new();
    for backend in [Backend::Sqlite, Backend::Postgres] {
        run_on(backend, Contents::Nothing, async |app| {
            sample::import_folder(&app, &root);
            let (mean, answers) =
                measure(&app, &format!("a public newsroom, on {backend:?}"), &queries).await;
            assert!(mean >= 0.87, "the order of the public newsroom has become worse: {mean:.3}");
            all.push(answers);
        });
    }
    assert!(all.windows(2).all(|pair| pair[0] == pair[1]), "both databases give the same order");
}
