package dev.spendsense.scenario;

/** What the four files of a catalog hold: where money is spent, and by whom. */
record World(Catalog catalog, People people) {}
