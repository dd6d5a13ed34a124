package dev.spendsense.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;

/** Tests that need Chromium; without one they are skipped, which {@code .ci/run} does not let pass. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@EnabledIf(value = "dev.spendsense.browser.Dashboard#canBeOpened", disabledReason = "there is no Chromium here")
@interface InBrowser {}
