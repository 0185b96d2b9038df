//! A light stemmer of Ukrainian: it takes off the endings of nouns and adjectives, and undoes the changes of sound
//! that go with them. Verbs keep most of theirs: their endings look like those of nouns, which matter more in search.
//!
//! The rules are those of the school grammar: declension of nouns and adjectives, і in closed syllables for о (рік,
//! року), к and г that soften before і (протока, протоці; книга, книзі), vowels that flee (оселедець, оселедця), and
//! the long consonants of the neuter (рішення, рішень).

/// Longest first. What is left has a vowel and three letters at least.
const ENDINGS: [&str; 57] = [
    "ування",
    "юватися",
    "уватися",
    "ювати",
    "увати",
    "ьому",
    "ього",
    "ться",
    "тися",
    "лася",
    "лися",
    "лося",
    "ьою",
    "ьої",
    "ові",
    "еві",
    "єві",
    "ого",
    "ому",
    "ими",
    "іми",
    "їми",
    "ами",
    "ями",
    "вся",
    "ої",
    "ою",
    "ею",
    "єю",
    "ий",
    "ій",
    "їй",
    "их",
    "іх",
    "їх",
    "им",
    "ім",
    "їм",
    "ом",
    "ем",
    "єм",
    "ам",
    "ям",
    "ах",
    "ях",
    "ів",
    "їв",
    "ей",
    "а",
    "я",
    "у",
    "ю",
    "о",
    "е",
    "є",
    "и",
    "і",
];

/// The stem of a word in lower case.
pub(super) fn stem(word: &str) -> String {
    let word: String = word.chars().filter(|c| *c != '\'').collect();
    if !word.chars().all(is_letter) {
        return word;
    }
    let mut stem = without_ending(&word).unwrap_or_else(|| bare(&word));
    shorten(&mut stem);
    harden(&mut stem);
    open(&mut stem);
    stem
}

const fn is_letter(c: char) -> bool {
    matches!(c, 'а'..='я' | 'є' | 'і' | 'ї' | 'ґ')
}

const fn is_vowel(c: char) -> bool {
    matches!(c, 'а' | 'е' | 'є' | 'и' | 'і' | 'ї' | 'о' | 'у' | 'ю' | 'я')
}

fn without_ending(word: &str) -> Option<String> {
    let rest = |ending: &&str| word.strip_suffix(*ending).filter(|rest| can_stand(rest));
    ENDINGS.iter().find_map(rest).map(|stem| without_sign(stem).to_owned())
}

fn without_sign(stem: &str) -> &str {
    stem.strip_suffix(['ь', 'й', 'ї']).filter(|rest| can_stand(rest)).unwrap_or(stem)
}

fn can_stand(stem: &str) -> bool {
    stem.chars().count() >= 3 && stem.chars().any(is_vowel)
}

/// A word that has no ending: оселедець → оселедц, будинок → будинк, as in the other cases.
fn bare(word: &str) -> String {
    let stem = without_sign(word);
    for (whole, fled) in [("ец", "ц"), ("ок", "к")] {
        if let Some(rest) = stem.strip_suffix(whole)
            && can_stand(rest)
            && rest.ends_with(|c| !is_vowel(c))
        {
            return format!("{rest}{fled}");
        }
    }
    stem.to_owned()
}

/// рішенн → рішен, as in рішень.
fn shorten(stem: &mut String) {
    if ["нн", "лл", "тт", "сс", "чч", "жж", "зз"].iter().any(|long| stem.ends_with(long)) {
        stem.pop();
    }
}

/// протоц → проток, книз → книг. In all words, so that all cases of each meet.
fn harden(stem: &mut String) {
    let hard = match stem.chars().last() {
        Some('ц') => 'к',
        Some('з') => 'г',
        _ => return,
    };
    stem.pop();
    stem.push(hard);
}

/// рік → рок: the last vowel, when consonants follow. In all words, so that all cases of each meet.
fn open(stem: &mut String) {
    let Some((at, 'і')) = stem.char_indices().rfind(|(_, c)| is_vowel(*c)) else { return };
    let behind = at + 'і'.len_utf8();
    if behind < stem.len() {
        stem.replace_range(at..behind, "о");
    }
}
