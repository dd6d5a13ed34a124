/**
 * What rule files may say. Rules are code, and the engine has no sandbox: so their text is held against a list of what
 * is allowed before it is compiled, and what was generated from it is held against another before it is loaded. What is
 * not on a list is refused. Both lists follow from the same {@link dev.spendsense.rules.vetting.Surface}.
 */
package dev.spendsense.rules.vetting;
