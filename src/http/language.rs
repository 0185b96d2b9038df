//! In which languages names are wanted, and what was made of that (RFC 9110 §12.5.4, RFC 4647 §3.4).

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use actix_web::http::header::{self, HeaderMap, HeaderValue};
use actix_web::{HttpRequest, HttpResponse};

use crate::domain::{Locale, Localized};

/// The most languages of `Accept-Language` that are looked at.
const MAX_ACCEPTED: usize = 20;

/// The languages of one request, and those in which it is answered.
///
/// A text is taken in the first language in which it is there: of those that the address names; then in that of the article
/// beside which it stands; then, where the address names none, of those that `Accept-Language` prefers; then of those of
/// the site; then in the first that it has. Each goes before its wider parents: `uk-UA`, then `uk`.
#[derive(Debug, Default)]
pub struct Languages {
    asked: Vec<Locale>,
    accepted: Vec<Locale>,
    site: Vec<Locale>,
    made: Mutex<Made>,
}

/// What was made of the languages of a request.
#[derive(Debug, Default)]
struct Made {
    /// Whether another `Accept-Language` could have been answered otherwise.
    varies: bool,
    /// The languages of the answer.
    served: BTreeSet<Locale>,
}

impl Languages {
    /// Those of a request whose address names `asked`, to a server of a site with the languages `site`.
    #[must_use]
    pub fn of(request: &HttpRequest, asked: Vec<Locale>, site: &[Locale]) -> Self {
        let accepted = if asked.is_empty() { accepted(request.headers()) } else { Vec::new() };
        Self { asked, accepted, site: site.to_vec(), made: Mutex::default() }
    }

    /// The text for the reader, and its language. `named` are languages that the client has named for this very text,
    /// instead of those of the address; `beside` is the language of the article beside which it stands.
    pub fn pick<'t>(
        &self,
        texts: &'t Localized,
        named: &[Locale],
        beside: Option<&Locale>,
    ) -> Option<(&'t Locale, &'t str)> {
        let named = if named.is_empty() { &self.asked } else { named };
        let decided = texts.find(named.iter().chain(beside));
        let picked = decided.or_else(|| {
            let others = named.is_empty().then_some(&self.accepted).into_iter().flatten();
            texts.find(others.chain(&self.site)).or_else(|| texts.iter().next())
        });
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.varies |= decided.is_none() && named.is_empty() && texts.iter().nth(1).is_some();
        if let (Some((locale, _)), None) = (picked, beside) {
            made.served.insert(locale.clone());
        }
        picked
    }

    /// Says that the answer has a text that is in one language only.
    pub fn serve(&self, locale: &Locale) {
        self.made.lock().unwrap_or_else(PoisonError::into_inner).served.insert(locale.clone());
    }

    /// Says on an answer in which languages it is.
    #[must_use]
    pub fn label(&self, mut response: HttpResponse) -> HttpResponse {
        let served: Vec<String> = {
            let made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
            made.served.iter().map(Locale::to_string).collect()
        };
        if let Ok(served) = HeaderValue::from_str(&served.join(", "))
            && !served.is_empty()
        {
            response.headers_mut().insert(header::CONTENT_LANGUAGE, served);
        }
        self.vary(&mut response);
        response
    }

    /// Says on an answer whether it varies with `Accept-Language`: only where it does, so that caches keep one copy of all
    /// others.
    pub fn vary(&self, response: &mut HttpResponse) {
        if self.made.lock().unwrap_or_else(PoisonError::into_inner).varies {
            response.headers_mut().append(header::VARY, HeaderValue::from_static("Accept-Language"));
        }
    }
}

/// The languages that a client accepts, the best first; of equal ones the one named first. What cannot be read is passed
/// over, and so is `*`: whatever is there is answered in any case.
fn accepted(headers: &HeaderMap) -> Vec<Locale> {
    let fields = headers.get_all(header::ACCEPT_LANGUAGE).filter_map(|field| field.to_str().ok());
    let mut ranges: Vec<(u16, Locale)> =
        fields.flat_map(|field| field.split(',')).take(MAX_ACCEPTED).filter_map(range).collect();
    ranges.sort_by_key(|(quality, _)| std::cmp::Reverse(*quality));
    ranges.into_iter().map(|(_, locale)| locale).collect()
}

/// A range and its quality in thousandths; `None` for what is not accepted at all.
fn range(text: &str) -> Option<(u16, Locale)> {
    let mut parts = text.split(';').map(str::trim);
    let locale = parts.next()?.parse().ok()?;
    let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
    let quality = weight.map_or(Some(1000), thousandths)?;
    (quality > 0).then_some((quality, locale))
}

/// `0`, `0.7` or `1.000` (RFC 9110 §12.4.2).
fn thousandths(text: &str) -> Option<u16> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if fraction.len() > 3 || !matches!(whole, "0" | "1") || !fraction.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let quality = format!("{whole}{fraction:0<3}").parse().ok()?;
    (quality <= 1000).then_some(quality)
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    fn languages(header: &str, asked: &[&str], site: &[&str]) -> Languages {
        let request = TestRequest::default().insert_header(("accept-language", header)).to_http_request();
        Languages::of(&request, locales(asked), &locales(site))
    }

    fn locales(tags: &[&str]) -> Vec<Locale> {
        tags.iter().map(|tag| tag.parse().expect("a locale")).collect()
    }

    fn texts(tags: &[&str]) -> Localized {
        Localized::new(locales(tags).into_iter().map(|locale| (locale.clone(), locale.to_string())).collect())
    }

    fn picked(languages: &Languages, tags: &[&str]) -> String {
        let texts = texts(tags);
        languages.pick(&texts, &[], None).map(|(_, text)| text.to_owned()).unwrap_or_default()
    }

    #[test]
    fn accept_language_is_read_by_its_weights() {
        for (header, expected) in [
            ("uk", vec!["uk"]),
            ("en;q=0.5, uk-UA;q=0.9, de", vec!["de", "uk-UA", "en"]),
            ("fr;q=0, *;q=0.5, EN ; q=1.000", vec!["en"]),
            ("x y, en;q=2, uk;q=0.1234, de;q=abc, pl;q=.5, it;q=0.1", vec!["it"]),
            ("", vec![]),
        ] {
            let request = TestRequest::default().insert_header(("accept-language", header)).to_http_request();
            assert_eq!(accepted(request.headers()), locales(&expected), "{header}");
        }
        let many = vec!["en"; 10_000].join(",");
        let request = TestRequest::default().insert_header(("accept-language", many)).to_http_request();
        assert_eq!(accepted(request.headers()).len(), MAX_ACCEPTED);
    }

    #[test]
    fn the_address_goes_before_the_reader_and_the_reader_before_the_site() {
        let all = ["de", "en", "uk"];
        assert_eq!(picked(&languages("uk-UA", &[], &["en"]), &all), "uk");
        assert_eq!(picked(&languages("uk", &["fr", "en"], &["de"]), &all), "en");
        assert_eq!(picked(&languages("uk", &["fr"], &["en"]), &all), "en", "no header beside an address");
        assert_eq!(picked(&languages("fr", &[], &["en"]), &all), "en");
        assert_eq!(picked(&languages("fr", &[], &[]), &all), "de");
    }

    #[test]
    fn beside_an_article_its_language_goes_first_unless_the_address_names_one() {
        let (all, uk) = (texts(&["en", "uk"]), "uk".parse().expect("a locale"));
        let languages = languages("en", &[], &[]);
        assert_eq!(languages.pick(&all, &[], Some(&uk)).map(|(_, text)| text), Some("uk"));
        assert_eq!(languages.pick(&all, &locales(&["en"]), Some(&uk)).map(|(_, text)| text), Some("en"));
        assert_eq!(languages.pick(&texts(&["en", "de"]), &[], Some(&uk)).map(|(_, text)| text), Some("en"));
    }

    #[test]
    fn an_answer_varies_only_where_the_header_decided() {
        let varies = |languages: &Languages, tags: &[&str], beside: Option<&Locale>| {
            languages.pick(&texts(tags), &[], beside);
            let response = languages.label(HttpResponse::Ok().finish());
            response.headers().contains_key(header::VARY)
        };
        let uk = "uk".parse().expect("a locale");
        assert!(varies(&languages("uk", &[], &[]), &["en", "uk"], None));
        assert!(varies(&languages("", &[], &["en"]), &["en", "uk"], None), "no header is one value of it");
        assert!(!varies(&languages("uk", &[], &[]), &["en"], None), "there is no choice");
        assert!(!varies(&languages("uk", &["en"], &[]), &["en", "uk"], None), "the address decided");
        assert!(!varies(&languages("en", &[], &[]), &["en", "uk"], Some(&uk)), "the article decided");
    }
}
