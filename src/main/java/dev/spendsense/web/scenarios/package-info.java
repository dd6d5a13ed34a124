/** The scenarios that runs can be made from: those on the shelf, and any that somebody wants checked. */
package dev.spendsense.web.scenarios;
