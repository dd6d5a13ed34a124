package dev.spendsense.dataset.formats;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Zstandard for Parquet's pages, whose own way to it leads through Hadoop. */
final class Zstandard implements CompressionCodecFactory {

    /** Higher levels take much longer and save little. */
    private static final int LEVEL = 3;

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        require(codec);
        return new BytesInputCompressor() {
            @Override
            public BytesInput compress(BytesInput bytes) throws IOException {
                return BytesInput.from(Zstd.compress(bytes.toByteArray(), LEVEL));
            }

            @Override
            public CompressionCodecName getCodecName() {
                return CompressionCodecName.ZSTD;
            }

            @Override
            public void release() {}
        };
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        require(codec);
        return new BytesInputDecompressor() {
            @Override
            public BytesInput decompress(BytesInput bytes, int size) throws IOException {
                byte[] plain = new byte[size];
                byte[] compressed = bytes.toByteArray();
                long length = Zstd.decompressByteArray(plain, 0, size, compressed, 0, compressed.length);
                if (length != size) {
                    throw new IOException("a page is damaged");
                }
                return BytesInput.from(plain);
            }

            @Override
            public void decompress(ByteBuffer in, int compressedSize, ByteBuffer out, int size) throws IOException {
                byte[] compressed = new byte[compressedSize];
                in.get(compressed);
                out.put(decompress(BytesInput.from(compressed), size).toByteArray());
            }

            @Override
            public void release() {}
        };
    }

    private static void require(CompressionCodecName codec) {
        if (codec != CompressionCodecName.ZSTD) {
            throw new IllegalArgumentException("expected Zstandard compression, not " + codec);
        }
    }

    @Override
    public void release() {}
}
