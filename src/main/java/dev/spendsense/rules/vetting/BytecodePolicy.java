package dev.spendsense.rules.vetting;

import dev.spendsense.rules.definitions.FaultKind;
import dev.spendsense.rules.definitions.RuleFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What the classes generated from rules may do: call the {@link Surface}, a few methods of the platform, and the
 * engine's own model; no loops, no reflection, no fields of strangers, no arrays of a size that is worked out, no texts
 * that grow.
 */
public final class BytecodePolicy {

    /** Part of the key under which compiled rules are kept: raise it when a list here changes. */
    public static final int VERSION = 2;

    private static final String ENGINE_MODEL = "org/drools/model/";
    private static final Set<String> ENGINE_COMPILED =
            Set.of("org/drools/modelcompiler/dsl/pattern/D", "org/drools/modelcompiler/util/EvaluationUtil");

    /** What a consequence is handed by the engine; there is more to it than rules need. */
    private static final Set<String> CONTEXT = Set.of("org/drools/model/Drools", "org/drools/model/DroolsEntryPoint");

    /** What the engine's model offers beyond patterns: scripts, sources of data, and what is shared by all. */
    private static final Set<String> BEYOND_PATTERNS = Set.of(
            "executeScript",
            "from",
            "reactiveFrom",
            "globalOf",
            "query",
            "entryPoint",
            "window",
            "supply",
            "getClass",
            "print");

    private static final String OPERATORS = "org/drools/model/operators/";
    private static final Set<String> PLAIN_OPERATORS =
            Set.of("InOperator", "ContainsOperator", "MemberOfOperator", "ExcludesOperator");

    /** What the engine's generator writes into every model, whatever the rules say: method by class. */
    private static final Map<String, Set<String>> BOILERPLATE = Map.ofEntries(
            Map.entry("java/lang/Object", Set.of("<init>", "equals", "hashCode")),
            Map.entry("java/lang/Enum", Set.of("<init>", "valueOf")),
            Map.entry("java/lang/Boolean", Set.of("valueOf", "booleanValue")),
            Map.entry("java/lang/Integer", Set.of("valueOf", "intValue")),
            Map.entry("java/lang/Long", Set.of("valueOf", "longValue")),
            Map.entry("java/lang/Double", Set.of("valueOf", "doubleValue")),
            Map.entry("java/lang/Float", Set.of("valueOf", "floatValue")),
            Map.entry("java/lang/Short", Set.of("valueOf", "shortValue")),
            Map.entry("java/lang/Byte", Set.of("valueOf", "byteValue")),
            Map.entry("java/lang/Character", Set.of("valueOf", "charValue")),
            Map.entry("java/lang/String", Set.of("valueOf", "equals", "hashCode")),
            Map.entry("java/lang/System", Set.of("arraycopy")),
            Map.entry("java/lang/RuntimeException", Set.of("<init>")),
            Map.entry("java/lang/IllegalArgumentException", Set.of("<init>")),
            Map.entry("java/util/Arrays", Set.of("asList")),
            Map.entry("java/util/Collections", Set.of("emptyList")),
            Map.entry("java/lang/invoke/LambdaMetafactory", Set.of("metafactory", "altMetafactory")),
            Map.entry("java/lang/invoke/StringConcatFactory", Set.of("makeConcatWithConstants")),
            Map.entry(
                    "java/time/format/DateTimeFormatterBuilder",
                    Set.of("<init>", "parseCaseInsensitive", "appendPattern", "toFormatter")),
            Map.entry("java/time/format/DateTimeFormatter", Set.of("ofPattern", "withLocale")),
            Map.entry("org/drools/util/DateUtils", Set.of("getDateFormatMask")),
            Map.entry("org/drools/core/util/DateUtils", Set.of("getDateFormatMask")));

    private static final Set<String> PLATFORM_FIELDS = Set.of(
            "java/util/Locale.ENGLISH",
            "java/lang/Boolean.TRUE",
            "java/lang/Boolean.FALSE",
            "java/lang/Boolean.TYPE",
            "java/lang/Integer.TYPE",
            "java/lang/Long.TYPE",
            "java/lang/Double.TYPE");

    private static final String ACCUMULATORS = "org/drools/core/base/accumulators/";

    private final Set<String> packages;
    private final List<RuleFault> faults = new ArrayList<>();

    /** The methods that each class of rules has itself, by internal name of the class. */
    private final Map<String, Set<String>> own = new HashMap<>();

    /** @param packages names of the packages that rules live in; classes elsewhere are refused */
    public BytecodePolicy(Set<String> packages) {
        this.packages = packages;
    }

    /**
     * Checks the classes generated from rules before any of them is loaded.
     *
     * @param classes class files by binary name
     * @return what was refused; empty when all may be loaded
     */
    public List<RuleFault> check(Map<String, byte[]> classes) {
        Map<String, ClassReader> readers = new HashMap<>();
        classes.forEach((name, bytes) -> {
            ClassReader reader = new ClassReader(bytes);
            readers.put(name, reader);
            if (!reader.getClassName().replace('/', '.').equals(name)) {
                refuse(name, "calls itself " + reader.getClassName());
            }
            if (packages.stream().noneMatch(allowed -> name.startsWith(allowed + "."))) {
                refuse(name, "lies outside of the packages of rules");
            }
            Set<String> methods = new HashSet<>();
            own.put(reader.getClassName(), methods);
            reader.accept(new Declared(methods), ClassReader.SKIP_CODE);
        });
        readers.forEach((name, reader) ->
                reader.accept(new Walk(name, reader), ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG));
        return faults;
    }

    void refuse(String className, String problem) {
        faults.add(new RuleFault(
                className,
                0,
                0,
                "",
                FaultKind.REFUSED_BY_ENGINE,
                "what was made of a rule " + problem,
                "leave out what rules/README.md does not name"));
    }

    /** Whether this is one of the classes generated from rules. */
    boolean isOwn(String owner) {
        return own.containsKey(owner);
    }

    boolean isFieldAllowed(String owner, String field) {
        if (owner.startsWith(OPERATORS)) {
            return PLAIN_OPERATORS.contains(owner.substring(OPERATORS.length()));
        }
        return owner.startsWith(ENGINE_MODEL)
                || Surface.isType(owner.replace('/', '.'))
                || PLATFORM_FIELDS.contains(owner + "." + field);
    }

    boolean isCallAllowed(String owner, String method, String descriptor) {
        if (own.containsKey(owner)) {
            // what is inherited is not the rule's own, whatever name it is called by
            return own.get(owner).contains(method + descriptor);
        }
        if (CONTEXT.contains(owner)) {
            return method.equals("insert");
        }
        if (owner.startsWith(ENGINE_MODEL) || ENGINE_COMPILED.contains(owner)) {
            return !BEYOND_PATTERNS.contains(method);
        }
        if (owner.startsWith(ACCUMULATORS)) {
            return method.equals("<init>");
        }
        if (BOILERPLATE.getOrDefault(owner, Set.of()).contains(method)) {
            return true;
        }
        String className = owner.replace('/', '.');
        if (Surface.platform().getOrDefault(className, Set.of()).contains(method)) {
            return true;
        }
        return method.equals("<init>") ? Surface.isOutcome(className) : Surface.isMember(className, method);
    }

    /** Collects the methods that a class has. */
    private static final class Declared extends ClassVisitor {

        private final Set<String> methods;

        Declared(Set<String> methods) {
            super(Opcodes.ASM9);
            this.methods = methods;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            methods.add(method + descriptor);
            return null;
        }
    }

    /** Walks one class. */
    private final class Walk extends ClassVisitor {

        private final String name;

        Walk(String name, ClassReader reader) {
            super(Opcodes.ASM9);
            this.name = name;
            String parent = reader.getSuperName();
            if (!Set.of("java/lang/Object", "java/lang/Enum").contains(parent) && !isOwn(parent)) {
                refuse(name, "extends " + parent.replace('/', '.'));
            }
            for (String face : reader.getInterfaces()) {
                if (!face.startsWith(ENGINE_MODEL) && !face.startsWith("org/drools/modelcompiler/")) {
                    refuse(name, "implements " + face.replace('/', '.'));
                }
            }
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            if ((access & (Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED)) != 0) {
                refuse(name, "has a method that is native or synchronized");
            }
            if (method.equals("finalize")) {
                refuse(name, "has a finalizer");
            }
            boolean copiesConstants =
                    method.equals("values") && descriptor.equals("()[L" + name.replace('.', '/') + ";");
            return new MethodWalk(BytecodePolicy.this, name, method.equals("<clinit>"), copiesConstants);
        }
    }
}
