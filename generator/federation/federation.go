// Package federation takes over what other directories publish, so that a region, a
// province or the whole country shows them together.
//
// Each of them is a source. Its JSON feeds (version 1) are fetched and checked against our
// own schemas, compared with what was there before, and kept in the content folder. A
// build reads only what is kept: it needs no network, and gives the same bytes. What is
// odd about a new version is a [Hold]: the last good one stays until a person accepts the
// new one. So one bad source never empties the map.
package federation
