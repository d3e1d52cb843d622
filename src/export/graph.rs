//! The model graph as DOT (Graphviz) and as GraphML (yEd, Gephi, Cytoscape, networkx).
//!
//! # Why an own GraphML writer
//! `petgraph-graphml` 5.0 declares its keys in the order of a hash set, so that the file differs from run to run, makes every attribute
//! a string, and gives a key of nodes and one of edges the same id. What is left to write is short.

use std::fmt::Write;

use petgraph::dot::{Config, Dot};
use petgraph::visit::EdgeRef;

use crate::model::{Attribute, ModelGraph, Thing};

/// The graph in the DOT language: every thing with its kind, id and name, every relation with its kind.
pub fn to_dot(model: &ModelGraph) -> String {
    let edge_attributes = |_, edge: petgraph::graph::EdgeReference<_>| quoted_list(&model.relation(*edge.weight()));
    let node_attributes = |_, (_, thing): (_, &Thing)| {
        let known = model.thing(*thing);
        let lines: Vec<String> = known.iter().filter(|(key, _)| ["id", "name"].contains(key)).map(|(_, value)| plain(value)).collect();
        format!("label = {}, {}", quoted(&lines.join("\n")), quoted_list(&known))
    };
    let config = [Config::EdgeNoLabel, Config::NodeNoLabel];
    format!("{:?}", Dot::with_attr_getters(model.graph(), &config, &edge_attributes, &node_attributes))
}

/// The graph in GraphML 1.0: nodes `n0 …`, edges `e0 …`, typed attributes.
pub fn to_graphml(model: &ModelGraph) -> String {
    let graph = model.graph();
    let nodes: Vec<Known> = graph.node_weights().map(|thing| model.thing(*thing)).collect();
    let edges: Vec<Known> = graph.edge_weights().map(|relation| model.relation(*relation)).collect();
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
    write_keys(&mut xml, "node", &nodes);
    write_keys(&mut xml, "edge", &edges);
    xml.push_str("  <graph id=\"model\" edgedefault=\"directed\">\n");
    for (i, known) in nodes.iter().enumerate() {
        let _ = write!(xml, "    <node id=\"n{i}\">");
        write_values(&mut xml, "node", known);
        xml.push_str("</node>\n");
    }
    for (i, (edge, known)) in graph.edge_references().zip(&edges).enumerate() {
        let (source, target) = (edge.source().index(), edge.target().index());
        let _ = write!(xml, "    <edge id=\"e{i}\" source=\"n{source}\" target=\"n{target}\">");
        write_values(&mut xml, "edge", known);
        xml.push_str("</edge>\n");
    }
    xml.push_str("  </graph>\n</graphml>\n");
    xml
}

type Known = Vec<(&'static str, Attribute)>;

/// Declares every attribute that occurs, in the order of first occurrence; nodes and edges have keys of their own.
fn write_keys(xml: &mut String, of: &str, all: &[Known]) {
    let mut declared: Vec<&str> = Vec::new();
    for (key, value) in all.iter().flatten() {
        if !declared.contains(key) {
            declared.push(key);
            let _ = writeln!(xml, "  <key id=\"{of}-{key}\" for=\"{of}\" attr.name=\"{key}\" attr.type=\"{}\"/>", type_name(value));
        }
    }
}

fn write_values(xml: &mut String, of: &str, known: &Known) {
    for (key, value) in known {
        let _ = write!(xml, "<data key=\"{of}-{key}\">{}</data>", escaped(&plain(value)));
    }
}

fn type_name(value: &Attribute) -> &'static str {
    match value {
        Attribute::Words(_) => "string",
        Attribute::Whole(_) => "long",
        Attribute::Real(_) => "double",
        Attribute::Flag(_) => "boolean",
    }
}

fn plain(value: &Attribute) -> String {
    match value {
        Attribute::Words(words) => words.clone(),
        Attribute::Whole(number) => number.to_string(),
        Attribute::Real(number) => number.to_string(),
        Attribute::Flag(flag) => flag.to_string(),
    }
}

/// Text of an XML element. Control characters, which XML 1.0 cannot hold, become blanks.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\t' | '\n' | '\r' => escaped.push(letter),
            '\u{FFFE}' | '\u{FFFF}' => escaped.push(' '),
            _ if letter.is_control() => escaped.push(' '),
            _ => escaped.push(letter),
        }
    }
    escaped
}

fn quoted_list(known: &[(&'static str, Attribute)]) -> String {
    let pairs: Vec<String> = known.iter().map(|(key, value)| format!("{key} = {}", quoted(&plain(value)))).collect();
    pairs.join(", ")
}

/// A quoted string of DOT, with its line breaks.
fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}

#[cfg(test)]
mod tests {
    use geo::Coord;
    use roxmltree::{Document, Node};

    use super::*;
    use crate::model::examples;
    use crate::roads::{RoadNetwork, TruckProfile, straight_road};

    const NAMESPACE: &str = "http://graphml.graphdrawing.org/xmlns";
    const TRUCK: TruckProfile = TruckProfile { lane_width_m: 3.0, gross_weight_kg: 11_000, speed_factor: 1.0, max_speed_kmh: None };

    fn with_model<T>(check: impl Fn(&ModelGraph) -> T) -> T {
        let mut problem = examples::three_places();
        problem.points[0].name = "Xóm \"Đá\" & <Núi>\u{7}".to_owned();
        let places: Vec<Coord<f64>> =
            problem.locations.iter().map(|location| Coord { x: location.longitude, y: location.latitude }).collect();
        let road = straight_road("L1", &[(105.70, 21.70), (105.72, 21.70)]);
        let network = RoadNetwork::new(vec![road], &places, &[TRUCK]);
        check(&ModelGraph::new(&problem, Some(&network)))
    }

    fn elements<'a>(document: &'a Document, name: &'a str) -> Vec<Node<'a, 'a>> {
        document.descendants().filter(|node| node.has_tag_name((NAMESPACE, name))).collect()
    }

    #[test]
    fn graphml_reads_back_as_the_graph_it_was() {
        let (xml, n_nodes, n_edges) = with_model(|model| (to_graphml(model), model.graph().node_count(), model.graph().edge_count()));
        let document = Document::parse(&xml).unwrap();
        let (nodes, edges, keys) = (elements(&document, "node"), elements(&document, "edge"), elements(&document, "key"));
        // 1 commune, 1 point, 1 truck, 1 depot, 1 facility and 3 road nodes (two ends, which are depot and facility, and the point).
        assert_eq!((nodes.len(), n_nodes), (8, 8));
        // lies in, based at, can serve, can reach, three times stands at, and two segments in two directions.
        assert_eq!((edges.len(), n_edges), (11, 11));
        let ids: Vec<&str> = nodes.iter().filter_map(|node| node.attribute("id")).collect();
        for edge in &edges {
            assert!(ids.contains(&edge.attribute("source").unwrap()) && ids.contains(&edge.attribute("target").unwrap()));
        }
        let declared: Vec<&str> = keys.iter().filter_map(|key| key.attribute("id")).collect();
        assert!(elements(&document, "data").iter().all(|data| declared.contains(&data.attribute("key").unwrap())));
        let mut distinct = declared.clone();
        distinct.sort_unstable();
        distinct.dedup();
        assert_eq!(distinct.len(), declared.len());
        assert!(elements(&document, "data").iter().any(|data| data.text() == Some("Xóm \"Đá\" & <Núi> ")));
    }

    #[test]
    fn dot_names_every_thing_and_relation() {
        let dot = with_model(to_dot);
        assert!(dot.starts_with("digraph {") && dot.ends_with("}\n"));
        assert_eq!(dot.matches(" -> ").count(), 11);
        assert!(dot.contains(r#"name = "Xóm \"Đá\" & <Núi>"#), "{dot}");
        for relation in ["lies in", "is based at", "can serve", "can reach", "stands at", "road"] {
            assert!(dot.contains(&format!("relation = \"{relation}\"")), "{relation}");
        }
    }

    #[test]
    fn both_are_the_same_every_time() {
        assert_eq!(with_model(to_graphml), with_model(to_graphml));
        assert_eq!(with_model(to_dot), with_model(to_dot));
    }
}
