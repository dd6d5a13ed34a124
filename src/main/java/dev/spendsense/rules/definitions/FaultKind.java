package dev.spendsense.rules.definitions;

import java.util.Locale;

/** Everything that can be wrong with a rule folder. The code is stable: other programs filter by it. */
public enum FaultKind {
    // --- how a rule is written
    BAD_CHARACTER("A character that rules cannot hold", "Write it in plain letters; anything goes within a comment."),
    WRONG_QUOTE("A text in curly or single quotes", "Texts stand in straight double quotes."),
    UNCLOSED_TEXT("A text or comment that is not closed", "A text ends with \" on its own line, a comment with */."),
    BAD_ESCAPE(
            "A backslash that means nothing here",
            "Only \\\" and \\\\ are understood; write other characters as such."),
    BAD_NUMBER(
            "A number that cannot be read",
            "Digits and at most one point: 0.3, 1200. No percent signs, no separators."),
    MISSING_KEYWORD("rule, when, then or end is missing", "A rule reads: rule \"name\" ... when ... then ... end."),
    MISSING_COMMA("A comma is missing", "Conditions on one fact, and values in parentheses, are separated by commas."),
    MISSING_SEMICOLON("A semicolon is missing", "Each conclusion between then and end closes with a semicolon."),
    UNBALANCED_BRACKET("A bracket without a partner", "Every ( needs its ) in the same part of the rule."),
    WRONG_OPERATOR(
            "A comparison or link written in another way", "Compare with == != < <= > >= in; link with , && or ||."),
    MISSING_BINDING_SIGN(
            "A binding without its $", "Names that a rule gives begin with $ where they are given and used."),
    MISSING_QUOTES("A name without quotes", "Names of parameters, signals, personas and the like stand in quotes."),
    UNEXPECTED_WORD("Something that does not fit where it stands", "Compare with the examples in rules/README.md."),
    NOT_ALLOWED("A word that rules may not use", "Rules are code; what the guide does not list is refused."),
    LOOP("A loop", "Let a rule match each fact instead of going through them."),
    TOO_LARGE("Something far larger than rules are", "Split it; what no person writes or reads is refused."),
    TOO_NESTED("Brackets in brackets in brackets", "Give a part of it a name of its own, or make two rules of it."),
    CHANGED_FACT("A fact that is changed or removed", "Facts stay as they are; conclude a new one instead."),

    // --- names
    UNKNOWN_FACT("A fact that does not exist", "The guide lists the facts under Facts."),
    UNKNOWN_FIELD("A field that the fact does not have", "The guide lists the members of each fact."),
    UNKNOWN_HELPER("A helper that does not exist", "The guide lists the helpers under Helpers."),
    UNKNOWN_BINDING("A binding that nothing gives", "Bind it first: $name : ..."),
    UNKNOWN_WORD("A word that means nothing here", "The guide lists what there is."),
    UNKNOWN_PARAMETER("A parameter that is not declared", "Declare it in parameters.yaml."),
    UNKNOWN_SIGNAL("A signal that is not declared", "Declare it in vocabulary.yaml."),
    UNKNOWN_PERSONA("A persona that is not declared", "Declare it in vocabulary.yaml."),
    UNKNOWN_CONTENT("Advice that is not written", "Write it in content.yaml."),
    UNKNOWN_CATEGORY_SET("A category set that is not declared", "Declare it in vocabulary.yaml, or use a category."),
    UNKNOWN_EVIDENCE_GROUP("A group of evidence that the persona does not have", "Declare it with the persona."),
    UNKNOWN_PLACEHOLDER("A placeholder that the rationale does not have", "Write it into the rationale in braces."),
    UNBOUND_PLACEHOLDER("A placeholder that no rule fills", "Fill it with .with(\"name\", ...)."),
    UNKNOWN_WINDOW("A window of a length that is not declared", "The lengths are declared in vocabulary.yaml."),
    UNKNOWN_VALUE("A text that this field never has", "Compare with a value that exists."),
    UNKNOWN_IMPORT("An import that is not possible", "The guide's examples show the imports there are."),
    MISSING_IMPORT("A fact that is not imported", "Add the import at the top of the file."),

    // --- phases
    WRONG_PHASE("A file that lies in no phase", "Move it into the folder of a phase."),
    WRONG_PACKAGE("A package that is not the folder", "The first line names the folder: package signals."),
    WRONG_GROUP("A ruleflow-group that is not the folder", "Each rule names its folder: ruleflow-group \"signals\"."),
    FACT_OF_LATER_PHASE("A fact that is concluded later", "Ask for it in a later phase."),
    DUPLICATE_RULE("Two rules of one name", "Names are unique over all files."),
    MISSING_TAG("A tag is missing or not known", "vocabulary.yaml lists the tags that each rule carries."),

    // --- kinds of value, and traps of the engine
    WRONG_KIND("Values of different kinds are compared", "Compare numbers with numbers, texts with texts."),
    TEXT_FOR_CATEGORY_OR_DATE("A category or date written as a text", "Use isIn with a set, or asOf.minusDays(30)."),
    MEASURE_COMPARED("A measure compared like a number", "Use above, atLeast, below or atMost: false when unknown."),
    NOT_A_CONDITION("A value that is neither true nor false", "Compare it with something."),
    WRONG_ARGUMENTS("A helper is given too much, too little or the wrong thing", "The guide shows what it takes."),
    BINDING_ARITHMETIC("Arithmetic after a binding", "The engine would keep the first number only."),
    INTEGER_DIVISION("Whole numbers divided", "The rest would be cut off; write one with a point: 30.0."),
    ACCUMULATE_ARITHMETIC("Arithmetic within accumulate", "Bind the value in the pattern; sum up what is bound."),
    ACCUMULATE_RESULT("A result of accumulate asked for more", "Use the result itself, or ask after then."),
    UNFINISHED_SIGNAL("A signal without its threshold", "Add .atLeast(\"parameter\") or another comparison."),
    ENDLESS_INSERTION("Rules that trigger each other without end", "Let one conclude something the other ignores."),
    TWO_ACCUMULATE_RESULTS("Two results of one accumulate compared", "Compare outside, in a pattern."),
    UNUSED_BINDING("A binding that nobody uses", Severity.WARNING, "Use it or leave it out."),
    NUMBER_IN_CONDITION("A number in a condition", Severity.WARNING, "Give it a name in parameters.yaml."),
    REFUSED_BY_ENGINE("A rule that the engine refuses", "Compare with the examples, or undo the last change."),

    // --- parameters, vocabulary, content
    UNREADABLE_FILE("A file that is missing or cannot be read", "Save it as UTF-8, below a megabyte."),
    BAD_YAML("Text that is no YAML", "Each line is name: value; what belongs together is indented alike."),
    TAB("A tab in YAML", "Indent with spaces."),
    MISSING_FIELD("A field is missing", "Add it."),
    UNKNOWN_DECLARATION_FIELD("A field that means nothing here", "Check its spelling and indentation."),
    WRONG_SHAPE("A block, list or text where another is meant", "Compare with the lines around it."),
    BAD_NAME("A name that cannot be used", "Small letters, digits, dots and underscores."),
    DUPLICATE_NAME("Something is given twice", "Keep one of them."),
    NOT_A_NUMBER("A value that is no number", "Write digits without unit or separator."),
    UNKNOWN_UNIT("A unit that does not exist", "See the top of parameters.yaml."),
    WRONG_UNIT("A parameter of another unit than what it is compared with", "Compare days with days."),
    PERCENT_FOR_FRACTION("A percentage where a fraction is meant", "Shares are fractions of 1: 0.3 for 30%."),
    OUT_OF_RANGE("A value that its unit cannot have", "Check the value and the unit."),
    FIGURE_IN_TEXT("A figure of its own in advice", "Make it a parameter and write {param.name}."),
    MISSING_PARAMETER("A parameter that has to be there", "Add it to parameters.yaml."),

    // --- what nobody uses
    SIGNAL_NEVER_PRODUCED("A signal that rules read and none measures", "Measure it in a rule of signals."),
    SIGNAL_NEVER_READ("A signal that is measured and never read", Severity.WARNING, "Read it, or list it under shown."),
    SIGNAL_UNUSED("A signal that is declared and never measured", Severity.WARNING, "Measure it or take it out."),
    NOTE_NEVER_MADE("A note that rules read and none makes", "Check its spelling where it is made."),
    PERSONA_WITHOUT_ADVICE("A persona that nobody advises", Severity.WARNING, "Write advice and a rule that gives it."),
    ADVICE_NEVER_GIVEN("Advice that no rule gives", Severity.WARNING, "Give it in recommendations or take it out."),
    UNUSED_PARAMETER("A parameter that nobody uses", Severity.WARNING, "Use it or take it out.");

    /** Whether the folder can be used all the same. */
    public enum Severity {
        ERROR,
        WARNING
    }

    private final String title;
    private final Severity severity;
    private final String help;

    FaultKind(String title, String help) {
        this(title, Severity.ERROR, help);
    }

    FaultKind(String title, Severity severity, String help) {
        this.title = title;
        this.severity = severity;
        this.help = help;
    }

    /** For example {@code missing-comma}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is wrong, in general. */
    public String title() {
        return title;
    }

    public Severity severity() {
        return severity;
    }

    /** What to do, in general. */
    public String help() {
        return help;
    }
}
