//! What moves are made of: pieces of the truck-days as they are.

use crate::solve::setup::VisitSize;

/// A piece of a new truck-day.
///
/// A stretch keeps the unloads between its stops; those before and after it are placed anew where pieces are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::solve) enum Piece {
    /// Stops `first..end` of a truck-day.
    Stretch { route: usize, first: usize, end: usize },
    /// The same from the last to the first; without an unload between them.
    Reversed { route: usize, first: usize, end: usize },
    /// A visit of a size, which need not be in the draft.
    Visit { point: usize, size: VisitSize },
}

impl Piece {
    /// Stops `first..end` of a truck-day.
    #[inline]
    pub fn stretch(route: usize, first: usize, end: usize) -> Self {
        Self::Stretch { route, first, end }
    }

    /// A stretch in driving order or against it.
    #[inline]
    pub fn directed(route: usize, first: usize, end: usize, reversed: bool) -> Self {
        if reversed { Self::Reversed { route, first, end } } else { Self::Stretch { route, first, end } }
    }
}
