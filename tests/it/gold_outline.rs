//! Outline and metadata against hand-made annotations and a corpus of published reports. Both
//! stand beside the project, not in it: without them these tests say so and do nothing.

#![expect(clippy::unwrap_used, reason = "a test's own helpers may fail loudly")]

use std::fs;
use std::path::{Path, PathBuf};

use dinggao::report::{Heading, Memo, Options, Report};
use serde_json::Value;

fn shared(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(name);
    if !path.exists() {
        eprintln!("skipped: {} is not here", path.display());
        return None;
    }
    Some(path)
}

fn read(path: &Path) -> Report {
    let source = fs::read_to_string(path).unwrap();
    Report::read(&source, &Options::default(), &mut Memo::default())
}

fn seed(seeds: &Path, number: &str) -> Report {
    let mut files: Vec<PathBuf> = fs::read_dir(seeds).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let path = files.iter().find(|path| path.file_name().unwrap().to_string_lossy().starts_with(number));
    read(path.unwrap())
}

fn title(report: &Report, heading: &Heading) -> String {
    report.text(heading.title).to_owned()
}

/// The letters of a title: annotators and programs differ in marks.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).take(6).collect()
}

#[test]
fn outline_and_metadata_agree_with_the_annotations() {
    let (Some(seeds), Some(gold)) = (shared("seeds"), shared("gold")) else { return };
    let (mut found, mut wanted, mut right, mut given) = (0, 0, 0, 0);
    for number in ["000", "003"] {
        let report = seed(&seeds, number);
        let text = fs::read_to_string(gold.join(format!("{number}.json"))).unwrap();
        let gold: Value = serde_json::from_str(&text).unwrap();
        let mine: Vec<(u64, usize, String)> = report
            .outline
            .headings
            .iter()
            .map(|heading| (u64::from(heading.level), heading.paragraph + 1, title(&report, heading)))
            .collect();
        let theirs: Vec<(u64, usize, String)> = gold["outline"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|heading| heading["kind"] != "document-title")
            .map(|heading| {
                let line = usize::try_from(heading["line"].as_u64().unwrap()).unwrap();
                (heading["level"].as_u64().unwrap(), line, heading["title"].as_str().unwrap().to_owned())
            })
            .collect();
        let same = |a: &(u64, usize, String), b: &(u64, usize, String)| {
            a.0 == b.0 && a.1 == b.1 && letters(&a.2) == letters(&b.2)
        };
        let missing: Vec<_> = theirs.iter().filter(|a| !mine.iter().any(|b| same(a, b))).collect();
        let extra: Vec<_> = mine.iter().filter(|a| !theirs.iter().any(|b| same(a, b))).collect();
        eprintln!("{number}: missing {missing:?}\n{number}: extra {extra:?}");
        assert!(missing.iter().chain(&extra).all(|heading| heading.0 == 3), "levels 1 and 2 are complete");
        let topics =
            |headings: &[(u64, usize, String)]| headings.iter().filter(|heading| heading.0 == 3).count();
        wanted += topics(&theirs);
        found += topics(&theirs) - missing.len();
        given += topics(&mine);
        right += topics(&mine) - extra.len();

        let meta = &report.meta;
        let value = |located: &Option<dinggao::report::Located<String>>| {
            located.as_ref().map(|located| located.value.clone()).unwrap_or_default()
        };
        let text = |field: &str| gold["meta"][field].as_str().unwrap_or_default().to_owned();
        assert_eq!(value(&meta.title), text("title"));
        assert_eq!(value(&meta.place), text("place"));
        assert_eq!(value(&meta.meeting), text("meeting"));
        assert_eq!(value(&meta.date), text("date"));
        assert_eq!(value(&meta.speaker), text("speaker"));
        assert_eq!(meta.review.map(|period| period.to_string()).unwrap_or_default(), text("review_period"));
        assert_eq!(meta.plan_year.map(|year| year.to_string()).unwrap_or_default(), text("plan_year"));
        assert_eq!(meta.profile.as_deref(), Some("work-report-annual"));
        let body: Vec<u64> =
            gold["meta"]["body_lines"].as_array().unwrap().iter().filter_map(Value::as_u64).collect();
        assert_eq!([meta.body.0 as u64 + 1, meta.body.1 as u64], body[..]);
        for field in ["noise_lines", "boilerplate_lines"] {
            for line in gold["meta"][field].as_array().into_iter().flatten().filter_map(Value::as_u64) {
                let paragraph = &report.paragraphs[usize::try_from(line).unwrap() - 1];
                assert!(paragraph.noise, "{number}:{line} is boilerplate: {}", paragraph.text());
            }
        }
        for line in
            gold["non_headings"].as_array().into_iter().flatten().filter_map(|item| item["line"].as_u64())
        {
            let at_start = |heading: &&Heading| heading.paragraph as u64 + 1 == line && !heading.buried;
            let heading = report.outline.headings.iter().find(at_start);
            let column = gold["non_headings"]
                .as_array()
                .unwrap()
                .iter()
                .any(|item| item["line"] == line && item["column"] == 1);
            assert!(!column || heading.is_none(), "{number}:{line} is no heading");
        }
    }
    eprintln!("level 3: {found} of {wanted} found, {right} of {given} right");
    assert!(found * 100 >= wanted * 97, "recall of topic sentences");
    assert!(right * 100 >= given * 95, "precision of topic sentences");
}

/// Annotations of the project's own (tests/gold): reports of another level, decade and layout.
#[test]
fn outlines_of_other_layouts_agree_with_the_annotations() {
    let Some(reports) = shared("reports") else { return };
    let (mut found, mut wanted, mut right, mut given) = (0, 0, 0, 0);
    for (place, year) in [("国务院", 2014), ("青岛市", 1998), ("山南市", 2023)] {
        let report = read(&reports.join(format!("{place}/{year}.md")));
        let gold = crate::support::root().join(format!("tests/gold/{place}-{year}.json"));
        let gold: Value = serde_json::from_str(&fs::read_to_string(gold).unwrap()).unwrap();
        let list = |field: &str| -> Vec<(u64, usize, String)> {
            let headings = gold[field].as_array().into_iter().flatten();
            headings
                .map(|heading| {
                    let line = usize::try_from(heading["line"].as_u64().unwrap()).unwrap();
                    (heading["level"].as_u64().unwrap(), line, letters(heading["title"].as_str().unwrap()))
                })
                .collect()
        };
        let (theirs, either_way) = (list("outline"), list("optional_headings"));
        let mine: Vec<(u64, usize, String)> = report
            .outline
            .headings
            .iter()
            .map(|heading| {
                (u64::from(heading.level), heading.paragraph + 1, letters(&title(&report, heading)))
            })
            .collect();
        let missing: Vec<_> = theirs.iter().filter(|heading| !mine.contains(heading)).collect();
        let extra: Vec<_> = mine
            .iter()
            .filter(|heading| {
                !theirs.contains(heading) && !either_way.iter().any(|other| other.1 == heading.1)
            })
            .collect();
        eprintln!("{place} {year}: missing {missing:?}\n{place} {year}: extra {extra:?}");
        assert!(missing.iter().chain(&extra).all(|heading| heading.0 >= 3), "levels 1 and 2 are complete");
        let topics =
            |headings: &[&(u64, usize, String)]| headings.iter().filter(|heading| heading.0 == 3).count();
        let all =
            |headings: &[(u64, usize, String)]| headings.iter().filter(|heading| heading.0 == 3).count();
        wanted += all(&theirs);
        found += all(&theirs) - topics(&missing);
        given += all(&mine);
        right += all(&mine) - topics(&extra);
        let text = |field: &str| gold["meta"][field].as_str().unwrap_or_default().to_owned();
        let review = report.meta.review.map(|period| period.to_string()).unwrap_or_default();
        assert_eq!(review, text("review_period"), "{place} {year}");
        let plan = report.meta.plan_year.map(|year| year.to_string()).unwrap_or_default();
        assert_eq!(plan, text("plan_year"), "{place} {year}");
        let date = report.meta.date.as_ref().map(|date| date.value.clone()).unwrap_or_default();
        assert_eq!(date, text("date"), "{place} {year}");
    }
    eprintln!("level 3: {found} of {wanted} found, {right} of {given} right");
    assert!(found * 100 >= wanted * 97, "recall of topic sentences");
    assert!(right * 100 >= given * 95, "precision of topic sentences");
}

fn markdown_files(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            markdown_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "md")
            && path.file_stem().unwrap() != "README"
        {
            files.push(path);
        }
    }
}

#[test]
fn published_reports_are_recognised() {
    let Some(folder) = shared("reports") else { return };
    let mut files = Vec::new();
    markdown_files(&folder, &mut files);
    assert!(files.len() > 300);
    let mut odd = 0;
    for path in &files {
        let report = read(path);
        let year: i32 = path.file_stem().unwrap().to_string_lossy().parse().unwrap();
        let count =
            |level: u8| report.outline.headings.iter().filter(|heading| heading.level == level).count();
        let meta = &report.meta;
        let named = path.strip_prefix(&folder).unwrap().display();
        let profile = meta.profile.as_deref().unwrap_or("-");
        let review = meta.review.map(|period| period.to_string()).unwrap_or_default();
        let plan = meta.plan_year.unwrap_or_default();
        let strange = meta.profile.is_none()
            || !(1..=12).contains(&count(1))
            || (plan != year && plan != year + 1)
            || meta.place.is_none()
            || meta.part(dinggao::knowledge::Block::Closing).is_none();
        odd += usize::from(strange);
        let mark = if strange { "ODD" } else { "ok" };
        let place = meta.place.as_ref().map_or("-", |place| place.value.as_str());
        let speaker = meta.speaker.as_ref().map_or("-", |speaker| speaker.value.as_str());
        let parts: Vec<String> = meta.parts.iter().map(|part| format!("{:?}", part.block)).collect();
        println!(
            "{mark} {named} {profile} {review} {plan} L1={} L2={} L3={} {place} {speaker} {}",
            count(1),
            count(2),
            count(3),
            parts.join(",")
        );
        for heading in &report.outline.headings {
            let plain = heading.number.is_none() && !heading.run_in;
            if heading.level != 1 && !plain && !heading.buried {
                continue;
            }
            print!(
                "    L{} {}{}",
                heading.level,
                if plain { "plain " } else { "" },
                if heading.buried { "BURIED " } else { "" }
            );
            println!("    {}: {} {:?}", heading.paragraph + 1, title(&report, heading), heading.block);
        }
    }
    println!("{odd} of {} look odd", files.len());
    assert!(odd * 100 <= files.len() * 3, "{odd} of {} reports look odd", files.len());
}
