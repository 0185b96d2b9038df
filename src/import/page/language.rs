//! Tells Ukrainian text from all other: its alphabet has letters that its neighbours' have not.

use crate::domain::Locale;

/// `uk` when `text` is mostly Cyrillic and written with the letters of Ukrainian.
pub(super) fn of(text: &str) -> Option<Locale> {
    let (mut letters, mut cyrillic, mut ukrainian, mut foreign) = (0_usize, 0_usize, 0_usize, 0_usize);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        letters += 1;
        cyrillic += usize::from(matches!(c, '\u{0400}'..='\u{052F}'));
        ukrainian += usize::from(matches!(c, 'і' | 'ї' | 'є' | 'ґ' | 'І' | 'Ї' | 'Є' | 'Ґ'));
        // Letters of Russian, Belarusian, Bulgarian and Serbian that Ukrainian does not have.
        foreign += usize::from(matches!(c, 'ы' | 'э' | 'ё' | 'ъ' | 'ў' | 'ђ' | 'ћ' | 'љ' | 'њ' | 'џ' | 'ј'));
    }
    let is_ukrainian = cyrillic * 2 > letters && ukrainian > foreign;
    is_ukrainian.then(|| "uk".parse().ok()).flatten()
}
