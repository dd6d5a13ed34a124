package dev.spendsense.rules.vetting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.rules.definitions.RuleFault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What no text of a rule becomes, but what a file of compiled rules might hold that somebody has changed. */
class BytecodePolicyTest {

    private static final String NAME = "signals/Made";

    private static List<RuleFault> faults(String parent, int access, Consumer<MethodVisitor> code) {
        ClassWriter made = new ClassWriter(0);
        made.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, NAME, null, parent, null);
        MethodVisitor method = made.visitMethod(access, "test", "()V", null, null);
        method.visitCode();
        code.accept(method);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(9, 9);
        method.visitEnd();
        made.visitEnd();
        return new BytecodePolicy(Set.of("signals")).check(Map.of("signals.Made", made.toByteArray()));
    }

    static Stream<Arguments> instructions() {
        return Stream.of(
                code("loops", method -> {
                    Label back = new Label();
                    method.visitLabel(back);
                    method.visitInsn(Opcodes.ICONST_0);
                    method.visitTableSwitchInsn(0, 0, back, back);
                }),
                code("loops", method -> {
                    Label back = new Label();
                    method.visitLabel(back);
                    method.visitInsn(Opcodes.ICONST_0);
                    method.visitLookupSwitchInsn(back, new int[0], new Label[0]);
                }),
                code("loops", method -> {
                    Label back = new Label();
                    method.visitLabel(back);
                    method.visitJumpInsn(Opcodes.GOTO, back);
                }),
                code("loops by catching", method -> {
                    Label handler = new Label();
                    Label end = new Label();
                    method.visitTryCatchBlock(handler, end, handler, null);
                    method.visitLabel(handler);
                    method.visitInsn(Opcodes.ICONST_0);
                    method.visitInsn(Opcodes.POP);
                    method.visitLabel(end);
                }),
                code("array that may be of any size", method -> {
                    method.visitLdcInsn(2_000_000_000);
                    method.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_LONG);
                    method.visitInsn(Opcodes.POP);
                }),
                code("array that may be of any size", method -> {
                    method.visitVarInsn(Opcodes.ILOAD, 0);
                    method.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/String");
                    method.visitInsn(Opcodes.POP);
                }),
                code("array of arrays", method -> {
                    method.visitInsn(Opcodes.ICONST_1);
                    method.visitInsn(Opcodes.ICONST_1);
                    method.visitMultiANewArrayInsn("[[I", 2);
                    method.visitInsn(Opcodes.POP);
                }),
                code("works out a constant", method -> {
                    Handle bootstrap = new Handle(Opcodes.H_INVOKESTATIC, NAME, "test", "()V", false);
                    method.visitLdcInsn(new ConstantDynamic("x", "I", bootstrap));
                    method.visitInsn(Opcodes.POP);
                }),
                code("locks", method -> {
                    method.visitVarInsn(Opcodes.ALOAD, 0);
                    method.visitInsn(Opcodes.MONITORENTER);
                }),
                code("calls signals.Made.getClass", method -> {
                    method.visitVarInsn(Opcodes.ALOAD, 0);
                    method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, NAME, "getClass", "()Ljava/lang/Class;", false);
                    method.visitInsn(Opcodes.POP);
                }),
                code("reaches for java.lang.System.out", method -> {
                    method.visitFieldInsn(Opcodes.GETSTATIC, "java/lang/System", "out", "Ljava/io/PrintStream;");
                    method.visitInsn(Opcodes.POP);
                }),
                code(
                        "calls org.drools.model.Drools.getRuntime",
                        method -> method.visitMethodInsn(
                                Opcodes.INVOKEINTERFACE,
                                "org/drools/model/Drools",
                                "getRuntime",
                                "(Ljava/lang/Class;)Ljava/lang/Object;",
                                true)),
                code(
                        "calls org.drools.modelcompiler.dsl.pattern.D.executeScript",
                        method -> method.visitMethodInsn(
                                Opcodes.INVOKESTATIC,
                                "org/drools/modelcompiler/dsl/pattern/D",
                                "executeScript",
                                "(Ljava/lang/String;Ljava/lang/Class;Ljava/lang/String;)V",
                                false)));
    }

    private static Arguments code(String problem, Consumer<MethodVisitor> code) {
        return Arguments.of(problem, code);
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("instructions")
    void an_instruction_that_rules_never_need_is_refused(String problem, Consumer<MethodVisitor> code) {
        assertThat(faults("java/lang/Object", Opcodes.ACC_PUBLIC, code))
                .anySatisfy(fault -> assertThat(fault.problem()).contains(problem));
    }

    @Test
    void a_jump_ahead_is_none_of_them() {
        assertThat(faults("java/lang/Object", Opcodes.ACC_PUBLIC, method -> {
                    Label ahead = new Label();
                    method.visitJumpInsn(Opcodes.GOTO, ahead);
                    method.visitLabel(ahead);
                }))
                .isEmpty();
    }

    @Test
    void what_a_class_is_counts_as_well() {
        assertThat(faults("java/lang/ClassLoader", Opcodes.ACC_PUBLIC, method -> {}))
                .hasSize(1);
        assertThat(faults("java/lang/Object", Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNCHRONIZED, method -> {}))
                .hasSize(1);
    }
}
