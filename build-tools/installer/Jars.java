import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The libraries' jars as the image has them. Those of FFmpeg and of DJL's bridge to PyTorch hold
/// libraries that Pastiche never loads, a fifth of the one and half of the other; these are left out.
/// FFmpeg's are not compressed, as the installers compress them better.
///
/// @param plan what is packed
record Jars(Plan plan) {
  private static final String FFMPEG_UNUSED =
      ".*/(ffmpeg|ffprobe|(lib)?(jni)?(avdevice|avfilter)[^/]*)(\\.exe)?";

  void copy(Path from, Path folder) throws IOException {
    Path to = folder.resolve(from.getFileName());
    String name = from.getFileName().toString();
    if (name.matches("ffmpeg-.*-(linux|windows|macosx)-.*")) {
      pack(from, to, FFMPEG_UNUSED, true);
    } else if (name.startsWith("pytorch-jni-")) {
      pack(from, to, "jnilib/(?!%s/).*/.*".formatted(plan.djlSystem()), false);
    } else {
      Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  private static void pack(Path from, Path to, String without, boolean stored)
      throws IOException {
    try (ZipFile archive = new ZipFile(from.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (ZipEntry entry : archive.stream().filter(e -> !e.getName().matches(without)).toList()) {
        byte[] bytes;
        try (InputStream in = archive.getInputStream(entry)) {
          bytes = in.readAllBytes();
        }
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setLastModifiedTime(entry.getLastModifiedTime());
        if (stored) {
          CRC32 sum = new CRC32();
          sum.update(bytes);
          copy.setMethod(ZipEntry.STORED);
          copy.setSize(bytes.length);
          copy.setCrc(sum.getValue());
        }
        out.putNextEntry(copy);
        out.write(bytes);
        out.closeEntry();
      }
    }
  }
}
