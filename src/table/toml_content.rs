//! A value of a TOML file as the content of a field.

use toml::de::DeValue;

use super::Content;

/// What stands in a field; lists and tables are [`Content::Other`].
pub fn toml_content(value: &DeValue) -> Content {
    match value {
        DeValue::String(words) => Content::words(words),
        DeValue::Integer(number) => {
            let value = i64::from_str_radix(number.as_str(), number.radix()).map_or(f64::NAN, |number| number as f64);
            Content::Number(value, number.to_string())
        }
        DeValue::Float(number) => Content::Number(number.as_str().parse().unwrap_or(f64::NAN), number.to_string()),
        DeValue::Boolean(flag) => Content::Flag(*flag),
        DeValue::Datetime(time) => Content::Words(time.to_string()),
        DeValue::Array(_) | DeValue::Table(_) => Content::Other,
    }
}
