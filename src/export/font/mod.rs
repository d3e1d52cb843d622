//! The fonts of everything that is printed: Be Vietnam Pro, and a few signs of Noto Sans Math. Their licences lie beside them.

/// Regular, bold, and signs (arrows, a tick, comparisons), as the bytes of their files.
pub const FONTS: [&[u8]; 3] =
    [include_bytes!("BeVietnamPro-Regular.ttf"), include_bytes!("BeVietnamPro-Bold.ttf"), include_bytes!("NotoSansMath-signs.ttf")];

#[cfg(test)]
mod tests;
