/** The public tables of a dataset for other programs, streamed: nobody's findings without consent, nothing held in memory. */
package dev.spendsense.web.exports;
