/**
 * The dashboard in a real browser: journeys of the people who use it, through a {@link dev.spendsense.browser.Dashboard}
 * before a service with real customers. What cannot be seen on the screen or heard from a screen reader is not looked at.
 */
package dev.spendsense.browser;
