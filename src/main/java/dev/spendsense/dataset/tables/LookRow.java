package dev.spendsense.dataset.tables;

/** A row of what was found at some look. */
interface LookRow {

    LookRows look();
}
