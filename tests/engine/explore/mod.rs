//! What the page shows of a state: the address, the views, the comparison, facets, the saved index.

mod address;
mod charts;
mod cloud;
mod compare;
mod constellation;
mod facet_values;
mod growth;
mod home;
mod similar;
mod snapshot;
