//! dinggao (定稿) reads along while a government work report is being drafted.
//!
//! One road for data, in the order of the modules below: text becomes quantities, quantities
//! and names become a reading of each paragraph, the readings become one report (outline and
//! facts), and checks and features are pure functions over that report. The protocol
//! (`lsp`, `server`) and the command line (`cli`) stand at the door.
//! docs/ARCHITECTURE.md tells the same story at length; a test holds who may import whom.

pub mod text;

pub mod quantity;

pub mod knowledge;

pub mod reading;

pub mod report;

pub mod checks;

pub mod features;

pub mod workspace;

pub mod lsp;

pub mod server;

pub mod cli;
