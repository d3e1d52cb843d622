//! Pages of HTML that hold all they need.

/// Words as they stand in an element or in an attribute between quotation marks.
pub(in crate::export) fn escaped(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            letter => safe.push(letter),
        }
    }
    safe
}

/// A page: its title in plain words; style, body and script as they are. It may load nothing from anywhere, which it says itself.
pub(in crate::export) fn page(language: &str, title: &str, style: &str, body: &str, script: &str) -> String {
    let policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";
    let title = escaped(title);
    let script = if script.is_empty() { String::new() } else { format!("<script>\n{script}</script>\n") };
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>\n{style}</style>\n</head>\n<body>\n{body}{script}</body>\n</html>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_can_break_out_of_its_element() {
        assert_eq!(escaped("Ôn <b> & \"Đá\"'"), "Ôn &lt;b&gt; &amp; &quot;Đá&quot;&#39;");
        assert!(page("vi", "</title><script>", "", "", "").contains("<title>&lt;/title&gt;&lt;script&gt;</title>"));
    }
}
