//! The schema that `thugom schema plan` prints, held against plans.

use serde_json::{Value, json};
use thugom::dataset::PlanFile;

/// Where `value` is not as `schema` says; knows the words that our schema uses and no others.
fn breaches(value: &Value, schema: &Value, root: &Value, path: &str, found: &mut Vec<String>) {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = root.pointer(reference.trim_start_matches('#')).expect("the reference leads somewhere");
        return breaches(value, target, root, path, found);
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        let suits = |choice: &Value| {
            let mut trial = Vec::new();
            breaches(value, choice, root, path, &mut trial);
            trial.is_empty()
        };
        if !choices.iter().any(suits) {
            found.push(format!("{path}: none of the choices"));
        }
        return;
    }
    let types = match &schema["type"] {
        Value::Array(types) => types.clone(),
        one => vec![one.clone()],
    };
    if !types.iter().any(|name| has_type(value, name.as_str().expect("a type"))) {
        // What it has within is not for this schema to judge.
        return found.push(format!("{path}: not {types:?}"));
    }
    if value.as_f64().zip(schema["minimum"].as_f64()).is_some_and(|(number, least)| number < least) {
        found.push(format!("{path}: too small"));
    }
    if let Some(fields) = value.as_object() {
        object(fields, schema, root, path, found);
    }
    for (i, item) in value.as_array().into_iter().flatten().enumerate() {
        breaches(item, &schema["items"], root, &format!("{path}/{i}"), found);
    }
}

fn object(fields: &serde_json::Map<String, Value>, schema: &Value, root: &Value, path: &str, found: &mut Vec<String>) {
    for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if !fields.contains_key(name) {
            found.push(format!("{path}: lacks {name}"));
        }
    }
    for (name, value) in fields {
        match schema["properties"].get(name) {
            Some(property) => breaches(value, property, root, &format!("{path}/{name}"), found),
            None => found.push(format!("{path}: {name} is not in the schema")),
        }
    }
}

fn has_type(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "null" => value.is_null(),
        other => panic!("the schema has the type {other}, which this test does not know"),
    }
}

/// Where a plan, as JSON, is not as the schema says.
pub fn plan_breaches(plan: &Value) -> Vec<String> {
    let schema = PlanFile::schema().to_value();
    let mut found = Vec::new();
    breaches(plan, &schema, &schema, "", &mut found);
    found
}

#[test]
fn a_plan_keeps_the_schema_and_a_wrong_one_does_not() {
    let stop = json!({"point": "P1", "arrive": "06:10:00", "start": "06:10:00", "end": "06:15:00", "kg": 100, "litres": 200});
    let unload = json!({"facility": "F1", "arrive": "06:30:00", "start": "06:30:00", "end": "06:35:00", "kg": 100, "litres": 200});
    let route =
        json!({"truck": "X1", "start": "06:00:00", "end": "07:00:00", "pause": null, "trips": [{"stops": [stop], "unload": unload}]});
    let mut plan = json!({
        "format": "thugom-plan-1", "district": "Ba Xã",
        "choices": {"trucks": ["X1"], "from": null},
        "run": {"version": "0.1.0", "fingerprint": "", "seed": 1, "iterations_planned": [800, 900], "iterations": 0},
        "objective": {"people_short": 0, "service_millidays": 0, "not_burnt_kg": 0, "cost_vnd": 0},
        "days": [{"day": 0, "weekday": "mon", "date": null, "routes": [route]}],
    });
    assert_eq!(plan_breaches(&plan), Vec::<String>::new());
    plan["days"][0]["day"] = json!(-1);
    plan["days"][0]["routes"][0]["trips"][0]["stops"][0]["kg"] = json!("100");
    plan["days"][0]["routes"][0]["colour"] = json!("red");
    assert_eq!(plan_breaches(&plan).len(), 3, "{:?}", plan_breaches(&plan));
}
