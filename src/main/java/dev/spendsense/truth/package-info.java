/**
 * What the simulator planted in a customer's life, and when. It travels around the rules, which never see it, and meets
 * their findings again only in the dataset and in reports.
 */
package dev.spendsense.truth;
