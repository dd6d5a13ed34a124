package dev.spendsense.dataset.pages;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers of a fixed size, as the file format has them everywhere: the high bytes first. */
final class BigEndian {

    private static final VarHandle TWO = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private BigEndian() {}

    static void put2(byte[] bytes, int at, int value) {
        TWO.set(bytes, at, (short) value);
    }

    static void put4(byte[] bytes, int at, int value) {
        FOUR.set(bytes, at, value);
    }

    static void put8(byte[] bytes, int at, long value) {
        EIGHT.set(bytes, at, value);
    }

    static int get2(byte[] bytes, int at) {
        return Short.toUnsignedInt((short) TWO.get(bytes, at));
    }

    static int get4(byte[] bytes, int at) {
        return (int) FOUR.get(bytes, at);
    }
}
