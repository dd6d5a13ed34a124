package dev.spendsense.rules.vetting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Walks one method of what was generated from rules, and holds each of its instructions against the policy. */
final class MethodWalk extends MethodVisitor {

    /** Arrays hold the arguments of the engine's own methods. */
    private static final int LARGEST_ARRAY = 1_000;

    private static final String JOINS = "java/lang/invoke/StringConcatFactory";

    /** Instructions that keep a value beyond the call that it was worked out for. */
    private static final Set<Integer> KEEPS =
            Set.of(Opcodes.ASTORE, Opcodes.ARETURN, Opcodes.AASTORE, Opcodes.PUTFIELD, Opcodes.PUTSTATIC);

    private record Guarded(Label end, Label handler) {}

    private final BytecodePolicy policy;
    private final String className;
    private final boolean initializer;
    private final boolean copiesConstants;
    private final Set<Label> passed = new HashSet<>();
    private final List<Guarded> guarded = new ArrayList<>();

    /** The whole number that the instruction before has put on the stack; -1 when it was another instruction. */
    private int constant = -1;

    /** Whether the instruction before has joined texts, or made something that may hold a joined text. */
    private boolean growing;

    /**
     * @param initializer whether the method is run when its class is loaded
     * @param copiesConstants whether it is an enumeration's own {@code values()}
     */
    MethodWalk(BytecodePolicy policy, String className, boolean initializer, boolean copiesConstants) {
        super(Opcodes.ASM9);
        this.policy = policy;
        this.className = className;
        this.initializer = initializer;
        this.copiesConstants = copiesConstants;
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean isInterface) {
        next(opcode, -1);
        checkCall(owner, method, descriptor);
        boolean made = method.equals("<init>") && Surface.isOutcome(owner.replace('/', '.'));
        Type result = Type.getReturnType(descriptor);
        growing = made || result.getSort() == Type.OBJECT && Surface.isOutcome(result.getClassName());
    }

    @Override
    public void visitInvokeDynamicInsn(String method, String descriptor, Handle bootstrap, Object... arguments) {
        next(Opcodes.INVOKEDYNAMIC, -1);
        checkCall(bootstrap.getOwner(), bootstrap.getName(), bootstrap.getDesc());
        for (Object argument : arguments) {
            checkConstant(argument);
        }
        growing = bootstrap.getOwner().equals(JOINS);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
        next(opcode, -1);
        boolean read = opcode == Opcodes.GETSTATIC || opcode == Opcodes.GETFIELD;
        boolean own = policy.isOwn(owner) && (read || initializer || opcode == Opcodes.PUTFIELD);
        boolean constantOfOthers = opcode == Opcodes.GETSTATIC && policy.isFieldAllowed(owner, field);
        if (!own && !constantOfOthers) {
            policy.refuse(className, "reaches for " + owner.replace('/', '.') + "." + field);
        }
    }

    @Override
    public void visitLabel(Label label) {
        passed.add(label);
        for (Guarded block : guarded) {
            if (block.handler() == label && !passed.contains(block.end())) {
                policy.refuse(className, "loops by catching what it throws");
            }
        }
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
        guarded.add(new Guarded(end, handler));
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        next(opcode, -1);
        checkForward(label);
        if (opcode == Opcodes.JSR) {
            policy.refuse(className, "jumps in a way of long ago");
        }
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
        visitLookupSwitchInsn(otherwise, null, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
        next(Opcodes.LOOKUPSWITCH, -1);
        checkForward(otherwise);
        for (Label label : labels) {
            checkForward(label);
        }
    }

    @Override
    public void visitInsn(int opcode) {
        boolean number = opcode >= Opcodes.ICONST_0 && opcode <= Opcodes.ICONST_5;
        next(opcode, number ? opcode - Opcodes.ICONST_0 : -1);
        if (opcode == Opcodes.MONITORENTER) {
            policy.refuse(className, "locks something");
        }
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        if (opcode == Opcodes.NEWARRAY) {
            checkArray();
        }
        next(opcode, opcode == Opcodes.NEWARRAY ? -1 : operand);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        if (opcode == Opcodes.ANEWARRAY) {
            checkArray();
        }
        boolean same = growing && opcode == Opcodes.CHECKCAST;
        next(opcode, -1);
        growing = same;
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        next(Opcodes.MULTIANEWARRAY, -1);
        policy.refuse(className, "makes an array of arrays");
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        next(opcode, -1);
        if (opcode == Opcodes.RET) {
            policy.refuse(className, "jumps in a way of long ago");
        }
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
        next(Opcodes.IINC, -1);
    }

    @Override
    public void visitLdcInsn(Object value) {
        next(Opcodes.LDC, value instanceof Integer number ? number : -1);
        checkConstant(value);
    }

    private void next(int opcode, int pushed) {
        if (growing && KEEPS.contains(opcode)) {
            policy.refuse(className, "keeps a text that it has joined, or a conclusion");
        }
        growing = false;
        constant = pushed;
    }

    private void checkForward(Label label) {
        if (passed.contains(label)) {
            policy.refuse(className, "loops");
        }
    }

    private void checkArray() {
        if (!copiesConstants && (constant < 0 || constant > LARGEST_ARRAY)) {
            policy.refuse(className, "makes an array that may be of any size");
        }
    }

    /** What a constant is worked out from may be code as well. */
    private void checkConstant(Object value) {
        if (value instanceof Handle handle) {
            checkCall(handle.getOwner(), handle.getName(), handle.getDesc());
        } else if (value instanceof ConstantDynamic) {
            policy.refuse(className, "works out a constant");
        }
    }

    private void checkCall(String owner, String method, String descriptor) {
        String element = owner.startsWith("[") ? "java/lang/Object" : owner;
        if (!policy.isCallAllowed(element, method, descriptor)) {
            policy.refuse(className, "calls " + owner.replace('/', '.') + "." + method);
        }
    }
}
