import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Folders and archives, whole.
final class Trees {
  private Trees() {}

  static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes as) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException e)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /// Copies with the files' times: the start cache knows the jars by them.
  static void copy(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path at = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(at);
        } else {
          Files.createDirectories(at.getParent());
          Files.copy(
              each, at, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  /// Takes files out of an archive, without their folders.
  ///
  /// @param wanted by its full name
  /// @return how many
  static int unpack(Path zip, Path folder, Predicate<String> wanted) throws IOException {
    Files.createDirectories(folder);
    int count = 0;
    try (ZipFile archive = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : archive.stream().filter(e -> !e.isDirectory()).toList()) {
        String name = entry.getName();
        if (wanted.test(name)) {
          try (InputStream in = archive.getInputStream(entry)) {
            Files.copy(
                in,
                folder.resolve(name.substring(name.lastIndexOf('/') + 1)),
                StandardCopyOption.REPLACE_EXISTING);
          }
          count++;
        }
      }
    }
    return count;
  }

  /// In bytes.
  static long size(Path tree) throws IOException {
    try (var all = Files.walk(tree)) {
      return all.filter(file -> Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS))
          .mapToLong(Trees::length)
          .sum();
    }
  }

  private static long length(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
