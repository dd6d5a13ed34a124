/**
 * The catalogue of a rule folder: a page for every signal, persona, piece of advice, parameter and rule, with what it
 * says, who makes it, who reads it, which cases try it, and a picture of that. Pages are made from the declarations and
 * the outlines of rules, need nothing but a browser, and are the same bytes for the same folder.
 */
package dev.spendsense.workbench.doc;
