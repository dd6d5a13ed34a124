/** The rules that judge, live: an edited folder is tried, and what passes takes over without a restart. */
package dev.spendsense.web.rules;
