package studio.pastiche.session;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Copies a project's entries into a session's folder, each that is whole. Only names that Pastiche
/// gives are followed, and never out of the folder; nothing may grow beyond what such a file can
/// hold.
final class ProjectEntries {
  private static final Logger LOG = LoggerFactory.getLogger(ProjectEntries.class);
  private static final Pattern NAME =
      Pattern.compile(
          "inputs/(?:[0-9a-f]{1,64}|unknown)\\.[a-z0-9]{1,5}"
              + "|snapshots/\\d{1,9}\\.(?:planes|thumb)"
              + "|states/\\d{1,9}\\.state");
  private static final long LARGEST_TEXT = 1L << 28;

  /// What is in a project is compressed already: unpacked, it is hardly larger than the file. A zip
  /// that was made again by another program may be smaller.
  private static final long MOST_TIMES = 20;

  private static final long ALWAYS_ALLOWED = 1L << 26;

  private final SessionFolder folder;
  private final List<Damage> damages;
  private final DoubleConsumer progress;
  private final List<byte[]> firstTexts = new ArrayList<>();
  private final List<byte[]> laterTexts = new ArrayList<>();
  private final long bytes;
  private long room;
  private long done;

  /// The JSON that was found.
  ///
  /// @param inOrder the project's own first
  record Texts(List<byte[]> inOrder) {}

  private ProjectEntries(
      SessionFolder folder, List<Damage> damages, DoubleConsumer progress, long bytes) {
    this.folder = folder;
    this.damages = damages;
    this.progress = progress;
    this.bytes = bytes;
    room = ALWAYS_ALLOWED + MOST_TIMES * bytes;
  }

  /// Throws IOException where the folder can't take it, or the file can't be read at all.
  static Texts unpack(
      Path file, SessionFolder folder, List<Damage> damages, DoubleConsumer progress)
      throws IOException {
    ProjectEntries entries = new ProjectEntries(folder, damages, progress, Files.size(file));
    if (!entries.byContents(file)) {
      entries.fromTheStart(file);
    }
    List<byte[]> texts = new ArrayList<>(entries.firstTexts);
    texts.addAll(entries.laterTexts);
    return new Texts(texts);
  }

  /// By the list of contents at the zip's end, where it has one.
  private boolean byContents(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (wanted(entry.getName())) {
          take(entry, () -> zip.getInputStream(entry));
        }
      }
      return true;
    } catch (ZipException e) {
      LOG.warn("{} has no list of contents: {}", file, e.getMessage());
      return false;
    }
  }

  /// What a file that was cut short still has.
  private void fromTheStart(Path file) throws IOException {
    damages.add(new Damage(Damage.Kind.FILE, ""));
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (wanted(entry.getName())) {
          take(entry, () -> zip);
        }
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      LOG.warn("{} ends too early: {}", file, e.getMessage());
    }
  }

  private static boolean wanted(String name) {
    return name.equals(ProjectFile.JSON)
        || name.equals(ProjectFile.JSON_AGAIN)
        || NAME.matcher(name).matches();
  }

  private interface Source {
    InputStream open() throws IOException;
  }

  /// One that is damaged is told, and keeps no other away.
  private void take(ZipEntry entry, Source source) throws IOException {
    String name = entry.getName();
    @Nullable Path place = null;
    try {
      InputStream in = source.open();
      if (name.equals(ProjectFile.JSON) || name.equals(ProjectFile.JSON_AGAIN)) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        copy(in, text, entry, LARGEST_TEXT);
        (name.equals(ProjectFile.JSON) ? firstTexts : laterTexts).add(text.toByteArray());
      } else {
        place = folder.path().resolve(name);
        try (OutputStream out = Files.newOutputStream(place)) {
          copy(in, out, entry, room);
        }
      }
    } catch (ZipException | EOFException e) {
      LOG.warn("{} is damaged: {}", name, e.getMessage());
      if (place != null) {
        Files.deleteIfExists(place);
      }
      if (place == null) {
        // What is missing of the rest is told when the document is read.
        damages.add(new Damage(Damage.Kind.FILE, ""));
      }
    }
  }

  private void copy(InputStream in, OutputStream out, ZipEntry entry, long most)
      throws IOException {
    CRC32 crc = new CRC32();
    byte[] chunk = new byte[1 << 16];
    long left = Math.min(most, room);
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      left -= read;
      room -= read;
      if (left < 0) {
        throw new ZipException("it is larger than anything that Pastiche writes");
      }
      crc.update(chunk, 0, read);
      out.write(chunk, 0, read);
      done += read;
      // what is deflated grows, so that all of it may be more than the file
      progress.accept(Math.min(1, (double) done / bytes));
    }
    if (entry.getCrc() >= 0 && entry.getCrc() != crc.getValue()) {
      throw new ZipException("its checksum is wrong");
    }
  }
}
