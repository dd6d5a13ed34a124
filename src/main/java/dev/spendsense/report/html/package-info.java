/**
 * The report as one page of HTML that needs nothing beside itself: no script, no network, no font. What is said stands in
 * {@code report.html} beside the style sheet, as a page with slots; each class here draws what goes into one of them.
 * Charts are SVG. Lines of figures are drawn in percent of their width, so that they stretch while letters and dots keep
 * their size; everything is text as well as picture, and never told by color alone.
 */
package dev.spendsense.report.html;
