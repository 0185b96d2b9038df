//! Reading ahead: what an import reads next is made ready while what it has read is written.

use std::sync::mpsc::sync_channel;
use std::thread;

use super::intake::BATCH;

/// Gives each item to `take`, in order, while as many as are written at once are made on another thread. Ends with the first
/// error.
///
/// # Errors
/// The first of `take`.
pub fn each_ahead<T: Send, E>(
    items: impl Iterator<Item = T> + Send,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let (sender, receiver) = sync_channel(BATCH);
    thread::scope(move |scope| {
        scope.spawn(move || {
            for item in items {
                // Nobody takes any more after an error.
                if sender.send(item).is_err() {
                    break;
                }
            }
        });
        receiver.into_iter().try_for_each(&mut take)
    })
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn each_is_taken_in_order() {
        let mut taken = Vec::new();
        let all = each_ahead(0..2_000, |number| {
            taken.push(number);
            Ok::<(), ()>(())
        });
        assert_eq!((all, taken), (Ok(()), (0..2_000).collect()));
    }

    #[test]
    fn an_error_ends_it_however_much_would_follow() {
        let ended = each_ahead(0.., |number| if number == 3 { Err("three") } else { Ok(()) });
        assert_eq!(ended, Err("three"));
    }

    #[test]
    fn no_more_is_made_than_may_wait() {
        let made = AtomicUsize::new(0);
        let count = |number| {
            made.fetch_add(1, Ordering::SeqCst);
            number
        };
        let most = each_ahead((0..3_000).map(count), |number: usize| {
            // One is with whoever takes, and one with whoever makes.
            let ahead = made.load(Ordering::SeqCst) - number;
            if ahead <= BATCH + 2 { Ok(()) } else { Err(ahead) }
        });
        assert_eq!((most, made.into_inner()), (Ok(()), 3_000));
    }

    #[test]
    #[should_panic(expected = "a scoped thread panicked")]
    fn a_panic_of_who_makes_them_is_no_end() {
        let items = (0..9).inspect(|number| assert!(*number < 5, "while it is made"));
        let _ = each_ahead(items, |_| Ok::<(), ()>(()));
    }
}
