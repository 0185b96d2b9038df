//! Ukrainian in Latin letters, by the official table: resolution 55 of the Cabinet of Ministers of Ukraine, 27 January 2010.

/// The text with its Ukrainian letters romanised, in lower case. All others stay.
#[must_use]
pub(super) fn ukrainian(text: &str) -> String {
    let mut romanised = String::with_capacity(text.len());
    let mut before: Option<char> = None;
    for c in text.chars().flat_map(char::to_lowercase) {
        let begins = before.is_none_or(|before| !before.is_alphabetic() && !is_apostrophe(before));
        match letter(c, begins, before) {
            Some(latin) => romanised.push_str(latin),
            None => romanised.push(c),
        }
        before = Some(c);
    }
    romanised
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// Each letter, as it is written at the beginning of a word and elsewhere.
const TABLE: [(char, &str, &str); 34] = [
    ('а', "a", "a"),
    ('б', "b", "b"),
    ('в', "v", "v"),
    ('г', "h", "h"),
    ('ґ', "g", "g"),
    ('д', "d", "d"),
    ('е', "e", "e"),
    ('є', "ye", "ie"),
    ('ж', "zh", "zh"),
    ('з', "z", "z"),
    ('и', "y", "y"),
    ('і', "i", "i"),
    ('ї', "yi", "i"),
    ('й', "y", "i"),
    ('к', "k", "k"),
    ('л', "l", "l"),
    ('м', "m", "m"),
    ('н', "n", "n"),
    ('о', "o", "o"),
    ('п', "p", "p"),
    ('р', "r", "r"),
    ('с', "s", "s"),
    ('т', "t", "t"),
    ('у', "u", "u"),
    ('ф', "f", "f"),
    ('х', "kh", "kh"),
    ('ц', "ts", "ts"),
    ('ч', "ch", "ch"),
    ('ш', "sh", "sh"),
    ('щ', "shch", "shch"),
    ('ь', "", ""),
    ('ю', "yu", "iu"),
    ('я', "ya", "ia"),
    // Not Ukrainian, but common in names from elsewhere.
    ('ы', "y", "y"),
];

/// What a letter becomes. `None` for what the table does not have.
fn letter(c: char, begins: bool, before: Option<char>) -> Option<&'static str> {
    if c == 'г' && before == Some('з') {
        return Some("gh");
    }
    if is_apostrophe(c) {
        return before.filter(|before| TABLE.iter().any(|(letter, ..)| letter == before)).map(|_| "");
    }
    let (_, first, other) = TABLE.iter().find(|(letter, ..)| *letter == c)?;
    Some(if begins { first } else { other })
}

#[cfg(test)]
mod tests {
    /// Words of the resolution itself, and of the sample newsroom.
    #[test]
    fn names_are_written_as_the_table_has_them() {
        for (word, latin) in [
            ("Алушта", "alushta"),
            ("Згурський", "zghurskyi"),
            ("Єнакієве", "yenakiieve"),
            ("Їжакевич", "yizhakevych"),
            ("Йосипівка", "yosypivka"),
            ("Стрий", "stryi"),
            ("Щербухи", "shcherbukhy"),
            ("Юрій", "yurii"),
            ("Яготин", "yahotyn"),
            ("Костянтин", "kostiantyn"),
            ("Знам’янка", "znamianka"),
            ("Ґалаґан", "galagan"),
            ("Порт закрито", "port zakryto"),
            ("The 'port'", "the 'port'"),
        ] {
            assert_eq!(super::ukrainian(word), latin, "{word}");
        }
    }
}
