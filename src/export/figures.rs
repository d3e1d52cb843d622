//! Results as a long table: one figure a row, for spreadsheets and other programs.

use serde::Serialize;

/// One figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// What it is about: `district`, `commune`, `truck`, `day`, `truck-day` …
    pub scope: &'static str,
    /// Which of them; for a truck-day `X1 mon`.
    pub item: String,
    /// Stable name of the indicator.
    pub indicator: String,
    /// Its unit, in machine form (`t`, `km`, `h`, `share`, `people` …).
    pub unit: String,
    /// Its value; none where it has none there.
    pub value: Option<f64>,
}

/// The figures as CSV with a header, comma and point as in every machine format.
pub fn figures_csv(figures: &[Figure]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let in_memory = "writing to memory cannot fail";
    writer.write_record(["scope", "item", "indicator", "unit", "value"]).expect(in_memory);
    for figure in figures {
        let value = figure.value.map(|value| value.to_string()).unwrap_or_default();
        writer.write_record([figure.scope, &figure.item, &figure.indicator, &figure.unit, &value]).expect(in_memory);
    }
    writer.into_inner().expect(in_memory)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_a_row() {
        let figure =
            Figure {
                scope: "commune", item: "Đu, thị trấn".into(), indicator: "people".into(), unit: "people".into(), value: Some(1.5)
            };
        let written = String::from_utf8(figures_csv(&[figure])).expect("UTF-8");
        assert_eq!(written, "scope,item,indicator,unit,value\ncommune,\"Đu, thị trấn\",people,people,1.5\n");
    }
}
