/**
 * Golden outcomes: what the rules conclude about the people of a scenario at a pinned seed, written down as text that lies
 * beside the rules and is reviewed with them. Here the text is made, compared with what was accepted before, and a
 * difference is told person by person: whose persona changed, by which evidence, and the lines that are not the same.
 */
package dev.spendsense.workbench.golden;
