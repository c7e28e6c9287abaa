package anywire.bench.results;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file beside its place and renames it there: whoever reads finds the old text or the new, never a part, even if
 * the writer is killed. Not synced to the disk, which would cost seconds between generations.
 */
final class WholeFile {
    private WholeFile() {}

    /** @throws ResultsException if it can't be written; what was there before is untouched */
    static void write(Path file, byte[] bytes) {
        Path beside = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard(beside, e);
            throw ResultsException.unwritable(file, e);
        }
    }

    private static void discard(Path part, IOException why) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException alsoFailed) {
            why.addSuppressed(alsoFailed);
        }
    }
}
