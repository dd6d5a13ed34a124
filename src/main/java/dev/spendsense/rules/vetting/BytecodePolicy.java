package dev.spendsense.rules.vetting;

import dev.spendsense.rules.definitions.FaultKind;
import dev.spendsense.rules.definitions.RuleFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What the classes generated from rules may do: call the {@link Surface}, a few methods of the platform, and the
 * engine's own model; no loops, no reflection, no fields of strangers.
 */
public final class BytecodePolicy {

    /** Part of the key under which compiled rules are kept: raise it when a list here changes. */
    public static final int VERSION = 1;

    private static final String ENGINE_MODEL = "org/drools/model/";
    private static final String ENGINE_COMPILED = "org/drools/modelcompiler/";

    /** What the engine's generator writes into every model, whatever the rules say: method by class. */
    private static final Map<String, Set<String>> BOILERPLATE = Map.ofEntries(
            Map.entry("java/lang/Object", Set.of("<init>", "equals", "hashCode")),
            Map.entry("java/lang/Enum", Set.of("<init>", "valueOf", "ordinal", "name")),
            Map.entry("java/lang/Boolean", Set.of("valueOf", "booleanValue")),
            Map.entry("java/lang/Integer", Set.of("valueOf", "intValue", "parseInt")),
            Map.entry("java/lang/Long", Set.of("valueOf", "longValue")),
            Map.entry("java/lang/Double", Set.of("valueOf", "doubleValue")),
            Map.entry("java/lang/Float", Set.of("valueOf", "floatValue")),
            Map.entry("java/lang/Short", Set.of("valueOf", "shortValue")),
            Map.entry("java/lang/Byte", Set.of("valueOf", "byteValue")),
            Map.entry("java/lang/Character", Set.of("valueOf", "charValue")),
            Map.entry("java/lang/String", Set.of("valueOf", "equals", "hashCode", "length")),
            Map.entry("java/lang/System", Set.of("arraycopy")),
            Map.entry("java/lang/RuntimeException", Set.of("<init>")),
            Map.entry("java/lang/IllegalArgumentException", Set.of("<init>")),
            Map.entry("java/lang/MatchException", Set.of("<init>")),
            Map.entry("java/util/Arrays", Set.of("asList", "copyOf")),
            Map.entry("java/util/Collections", Set.of("emptyList", "addAll")),
            Map.entry("java/util/ArrayList", Set.of("<init>", "add")),
            Map.entry("java/util/List", Set.of("add", "of")),
            Map.entry("java/util/Map", Set.of("put", "of")),
            Map.entry("java/util/HashMap", Set.of("<init>", "put")),
            Map.entry("java/util/Objects", Set.of("equals", "hash", "requireNonNull")),
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
        Set<String> own = Set.copyOf(
                classes.keySet().stream().map(name -> name.replace('.', '/')).toList());
        classes.forEach((name, bytes) -> {
            ClassReader reader = new ClassReader(bytes);
            if (!reader.getClassName().replace('/', '.').equals(name)) {
                refuse(name, "calls itself " + reader.getClassName());
            }
            if (packages.stream().noneMatch(allowed -> name.startsWith(allowed + "."))) {
                refuse(name, "lies outside of the packages of rules");
            }
            reader.accept(new Walk(name, own), ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
        });
        return faults;
    }

    private void refuse(String className, String problem) {
        faults.add(new RuleFault(
                className,
                0,
                0,
                "",
                FaultKind.REFUSED_BY_ENGINE,
                "what was made of a rule " + problem,
                "leave out what rules/README.md does not name"));
    }

    private static boolean isCallAllowed(String owner, String method, Set<String> own) {
        if (own.contains(owner) || owner.startsWith(ENGINE_MODEL) || owner.startsWith(ENGINE_COMPILED)) {
            return true;
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
        return Surface.isType(className) && (!method.equals("<init>") || Surface.isOutcome(className));
    }

    /** Walks one class. */
    private final class Walk extends ClassVisitor {

        private final String name;
        private final Set<String> own;

        Walk(String name, Set<String> own) {
            super(Opcodes.ASM9);
            this.name = name;
            this.own = own;
        }

        @Override
        public FieldVisitor visitField(int access, String field, String descriptor, String signature, Object value) {
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            if ((access & Opcodes.ACC_NATIVE) != 0) {
                refuse(name, "has a native method");
            }
            if (method.equals("finalize")) {
                refuse(name, "has a finalizer");
            }
            return new Body(this);
        }
    }

    /** Walks one method. */
    private final class Body extends MethodVisitor {

        private final Walk walk;
        private final List<Label> passed = new ArrayList<>();

        Body(Walk walk) {
            super(Opcodes.ASM9);
            this.walk = walk;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean isInterface) {
            checkCall(owner, method);
        }

        @Override
        public void visitInvokeDynamicInsn(String method, String descriptor, Handle bootstrap, Object... arguments) {
            checkCall(bootstrap.getOwner(), bootstrap.getName());
            for (Object argument : arguments) {
                if (argument instanceof Handle handle) {
                    checkCall(handle.getOwner(), handle.getName());
                }
            }
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
            boolean constant = opcode == Opcodes.GETSTATIC && Surface.isType(owner.replace('/', '.'));
            boolean engine = opcode == Opcodes.GETSTATIC && owner.startsWith(ENGINE_MODEL);
            if (!walk.own.contains(owner)
                    && !constant
                    && !engine
                    && !(opcode == Opcodes.GETSTATIC && PLATFORM_FIELDS.contains(owner + "." + field))) {
                refuse(walk.name, "reaches for " + owner.replace('/', '.') + "." + field);
            }
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            if (passed.contains(label)) {
                refuse(walk.name, "loops");
            }
        }

        private void checkCall(String owner, String method) {
            String element = owner.startsWith("[") ? "java/lang/Object" : owner;
            if (!isCallAllowed(element, method, walk.own)) {
                refuse(walk.name, "calls " + owner.replace('/', '.') + "." + method);
            }
        }
    }
}
