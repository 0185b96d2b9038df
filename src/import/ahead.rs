//! Reading ahead: what an import reads next is made ready while what it has read is written.

use std::sync::mpsc::sync_channel;
use std::thread;

/// How much is held that was read and not yet taken: about what is written at once.
const AHEAD: usize = 500;

/// Gives each item to `take`, in order, while the next are made on another thread. Ends with the first error.
///
/// # Errors
/// The first of `take`.
pub fn each_ahead<T: Send, E>(
    items: impl Iterator<Item = T> + Send,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let (sender, receiver) = sync_channel(AHEAD);
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
}
