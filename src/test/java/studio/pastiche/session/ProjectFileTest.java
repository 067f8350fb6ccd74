package studio.pastiche.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pastiche.engine.Continuation;
import studio.pastiche.engine.Inputs;
import studio.pastiche.engine.Moment;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.OptimizerState;
import studio.pastiche.engine.PictureReference;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.TuningChange;
import studio.pastiche.file.FileException;
import studio.pastiche.picture.PictureWriter;
import studio.pastiche.picture.SaveOptions;
import studio.pastiche.picture.Size;

class ProjectFileTest {
  @TempDir Path parent;
  private Path project = Path.of("");
  private Document document = Document.empty();
  private List<Snapshot> kept = List.of();

  /// A session with a photo from a file and a pasted painting, two branches, one of which goes on
  /// from the other, five snapshots, and two states, saved as a project.
  @BeforeEach
  void save() throws IOException {
    project = parent.resolve("lake.pastiche");
    SessionFolder folder = SessionFolder.create(parent.resolve("sessions"));
    SnapshotStore store = new SnapshotStore(folder);
    Path file = parent.resolve("Bäume am See.PNG");
    PictureWriter.write(file, Sessions.picture(40, 30), new SaveOptions.Png(16), "any text at all");
    InputPicture photo = InputPicture.read(file);
    InputPicture painting = InputPicture.ofPixels("clipboard", 2, 2, new int[] {-1, -2, -3, 0});
    Recipe first =
        Recipe.defaults(
            new Inputs(photo.reference(), List.of(painting.reference()), null),
            new NetworkReference("compact", "0a"));
    List<TuningChange> tunings =
        List.of(
            new TuningChange(new Moment(0, 4), first.tuning().withStyleWeight(0.1)),
            new TuningChange(new Moment(0, 14), 1, first.tuning().withStyleWeight(1.0 / 3)));
    kept = new ArrayList<>();
    History history = new History(new ArrayList<>(), kept);
    List<Branch> branches = new ArrayList<>();
    branches.add(new Branch(1, "blue", null, first, new Size(30, 20)));
    keep(store, 1, 3, first.withHistory(List.of(), new Moment(0, 3)), false);
    keep(store, 1, 10, first.withHistory(tunings.subList(0, 1), new Moment(0, 10)), false);
    keep(store, 1, 20, first.withHistory(tunings, null), true);
    Recipe second =
        first.goingOnFrom(new Continuation(kept.get(1).recipe(), new Moment(0, 10), true, false));
    branches.add(new Branch(2, "", Branch.Origin.of(kept.get(1)), second, new Size(30, 20)));
    keep(store, 2, 30, second.withHistory(List.of(), new Moment(1, 2)), false);
    keep(store, 2, 40, second.withHistory(List.of(), new Moment(1, 12)), true);
    history.pin(kept.get(1), true);
    history.saved(kept.get(2));
    document =
        new Document(
            photo,
            List.of(new Document.Style(painting, 0.75)),
            new TreeMap<>(Map.of("setting.size", "64.0", "setting.optimizer", "adam")),
            branches,
            kept,
            List.of(),
            0,
            null);
    ProjectFile.write(project, document, folder, _ -> {});
    folder.discard();
  }

  private void keep(SnapshotStore store, int run, int iteration, Recipe recipe, boolean state)
      throws IOException {
    OptimizerState adam =
        new OptimizerState.OfAdam(3, Sessions.numbers(18, 3), Sessions.numbers(18, 4));
    kept.add(
        store.keep(
            Sessions.mark(run, iteration),
            Sessions.picture(30, 20 + iteration),
            recipe,
            state ? Sessions.state(adam) : null,
            Sessions::noneLost));
  }

  @Test
  void aProjectComesBackWhole() throws IOException {
    ProjectFile.Opened opened = open(project);
    assertEquals(List.of(), opened.damages());
    Document back = opened.document();
    assertEquals(document.branches(), back.branches());
    assertEquals(document.settings(), back.settings());
    assertEquals(project, back.file());
    InputPicture photo = Objects.requireNonNull(back.content());
    InputPicture original = Objects.requireNonNull(document.content());
    assertEquals(original.reference(), photo.reference());
    assertArrayEquals(original.original(), photo.original());
    assertEquals(0.75, back.styles().getFirst().share());
    assertArrayEquals(
        document.styles().getFirst().input().picture().toArgb(),
        back.styles().getFirst().input().picture().toArgb());
    SnapshotStore store = new SnapshotStore(SessionFolder.create(parent));
    assertEquals(document.snapshots().size(), back.snapshots().size());
    for (int i = 0; i < back.snapshots().size(); i++) {
      Snapshot wanted = document.snapshots().get(i);
      Snapshot found = back.snapshots().get(i);
      assertEquals(wanted.mark(), found.mark());
      assertEquals(wanted.recipe(), found.recipe());
      assertEquals(wanted.pinned(), found.pinned());
      assertEquals(wanted.saved(), found.saved());
      assertArrayEquals(wanted.thumbnail().rgb(), found.thumbnail().rgb());
      assertArrayEquals(
          Sessions.picture(30, 20 + wanted.mark().iteration()).rgb(),
          store.picture(found).rgb(),
          1f / 65535);
      assertEquals(wanted.state() == null, found.state() == null);
    }
    Sessions.assertSame(
        Sessions.state(
            new OptimizerState.OfAdam(3, Sessions.numbers(18, 3), Sessions.numbers(18, 4))),
        Objects.requireNonNull(store.state(back.snapshots().get(2))));
  }

  @Test
  void aProjectSavedAgainIsTheSame() throws IOException {
    SessionFolder folder = SessionFolder.create(parent);
    Document back = ProjectFile.open(project, folder, _ -> {}).document();
    Path again = parent.resolve("again.pastiche");
    ProjectFile.write(again, back, folder, _ -> {});
    assertArrayEquals(entries(project).get(ProjectFile.JSON), entries(again).get(ProjectFile.JSON));
    assertEquals(entries(project).keySet(), entries(again).keySet());
  }

  @Test
  void openingTellsHowFarItIs() throws IOException {
    List<Double> told = new ArrayList<>();
    ProjectFile.open(project, SessionFolder.create(parent), told::add);
    assertTrue(told.size() > 3, () -> told.size() + " times");
    assertEquals(told.stream().sorted().toList(), told);
    assertTrue(told.getFirst() > 0 && told.getLast() <= 1, told::toString);
    assertTrue(told.getLast() > 0.9, told::toString);
  }

  @Test
  void theArtistsOwnFilesAreInsideByteForByte() throws IOException {
    byte[] original = Files.readAllBytes(parent.resolve("Bäume am See.PNG"));
    assertTrue(
        entries(project).entrySet().stream()
            .anyMatch(
                e ->
                    e.getKey().matches("inputs/[0-9a-f]{64}\\.png")
                        && Arrays.equals(e.getValue(), original)));
  }

  @Test
  void fieldsAndFilesOfLaterVersionsAreLeftAlone() throws IOException {
    change(json -> json.replaceFirst("\"branches\"", "\"mood\" : {\"blue\" : 1}, \"branches\""));
    Map<String, byte[]> entries = entries(project);
    entries.put("films/1.mp4", new byte[10]);
    write(entries);
    ProjectFile.Opened opened = open(project);
    assertEquals(List.of(), opened.damages());
    assertEquals(5, opened.document().snapshots().size());
  }

  @Test
  void aNewerFormatSaysSo() throws IOException {
    change(json -> json.replace("\"format\" : 1,", "\"format\" : 2,"));
    String message = refused(project);
    assertTrue(message.contains("lake.pastiche") && message.contains("newer version"), message);
  }

  @Test
  void aDraftsFormatIsMigrated() throws IOException {
    change(
        json ->
            json.replace("\"format\" : 1,", "\"format\" : 0,")
                .replace("\"branches\" :", "\"runs\" :")
                .replaceFirst("\"name\" : \"blue\",", "")
                .replace("\"branch\" : 1,\n    \"stage\"", "\"run\" : 1,\n    \"stage\""));
    assertTrue(text().contains("\"run\" : 1"), text());
    ProjectFile.Opened opened = open(project);
    assertEquals(List.of(), opened.damages());
    assertEquals(5, opened.document().snapshots().size());
    assertEquals("", opened.document().branches().getFirst().name());
    assertEquals(2, opened.document().branches().size());
  }

  @Test
  void aProjectThatIsCutShortGivesUpWhatIsThere() throws IOException {
    byte[] whole = Files.readAllBytes(project);
    int most = 0;
    for (int percent = 95; percent > 20; percent -= 15) {
      Files.write(project, Arrays.copyOf(whole, whole.length * percent / 100));
      ProjectFile.Opened opened = open(project);
      assertTrue(
          opened.damages().contains(new Damage(Damage.Kind.FILE, "")), opened.damages()::toString);
      most = Math.max(most, opened.document().snapshots().size());
      assertEquals(document.branches(), opened.document().branches());
    }
    assertEquals(5, most);
    Files.write(project, Arrays.copyOf(whole, 20));
    assertTrue(refused(project).contains("no project"), refused(project));
  }

  @Test
  void aDamagedSnapshotIsLeftOutAndTold() throws IOException {
    byte[] whole = Files.readAllBytes(project);
    int at = indexOf(whole, "snapshots/00002.planes") + 200;
    whole[at] ^= 0x55;
    Files.write(project, whole);
    ProjectFile.Opened opened = open(project);
    assertEquals(List.of(new Damage(Damage.Kind.SNAPSHOT, "10")), opened.damages());
    assertEquals(
        List.of(3, 20, 30, 40),
        opened.document().snapshots().stream().map(s -> s.mark().iteration()).toList());
  }

  @Test
  void aMissingStateAndInputAreTold() throws IOException {
    Map<String, byte[]> entries = entries(project);
    entries.remove("states/00003.state");
    PictureReference photo = Objects.requireNonNull(document.content()).reference();
    assertNotNull(entries.remove("inputs/" + InputStore.nameOf(photo)));
    write(entries);
    ProjectFile.Opened opened = open(project);
    assertEquals(
        List.of(
            new Damage(Damage.Kind.INPUT, "Bäume am See.PNG"), new Damage(Damage.Kind.STATE, "20")),
        opened.damages());
    assertNull(opened.document().content());
    assertNull(opened.document().snapshots().get(2).state());
    assertNotNull(opened.document().snapshots().get(4).state());
  }

  @Test
  void aMissingThumbnailIsMadeAnew() throws IOException {
    Map<String, byte[]> entries = entries(project);
    entries.keySet().removeIf(name -> name.endsWith(".thumb"));
    write(entries);
    ProjectFile.Opened opened = open(project);
    assertEquals(List.of(), opened.damages());
    assertArrayEquals(
        document.snapshots().getFirst().thumbnail().rgb(),
        opened.document().snapshots().getFirst().thumbnail().rgb());
  }

  @Test
  void aTextThatIsDamagedIsReadFromItsCopy() throws IOException {
    Map<String, byte[]> entries = entries(project);
    entries.put(ProjectFile.JSON, "{\"application\" : ".getBytes(StandardCharsets.UTF_8));
    write(entries);
    ProjectFile.Opened opened = open(project);
    assertEquals(List.of(new Damage(Damage.Kind.FILE, "")), opened.damages());
    assertEquals(5, opened.document().snapshots().size());
    entries.put(ProjectFile.JSON_AGAIN, new byte[5]);
    write(entries);
    assertTrue(refused(project).contains("damaged"), refused(project));
  }

  @Test
  void aBranchThatCantBeUnderstoodKeepsTheOthers() throws IOException {
    change(json -> json.replaceFirst("\"number\" : 2", "\"number\" : \"two\""));
    ProjectFile.Opened opened = open(project);
    assertEquals(3, opened.document().snapshots().size());
    assertEquals(
        List.of(Damage.Kind.BRANCH, Damage.Kind.SNAPSHOT, Damage.Kind.SNAPSHOT),
        opened.damages().stream().map(Damage::kind).toList());
  }

  @Test
  void namesThatLeadElsewhereAreNotFollowed() throws IOException {
    Map<String, byte[]> entries = entries(project);
    entries.put("../outside.txt", new byte[] {1});
    entries.put("snapshots/../../outside.planes", new byte[] {1});
    entries.put("/tmp/outside.planes", new byte[] {1});
    write(entries);
    Path sessions = Files.createDirectory(parent.resolve("in"));
    SessionFolder folder = SessionFolder.create(sessions);
    ProjectFile.open(project, folder, _ -> {});
    try (Stream<Path> all = Files.walk(sessions)) {
      assertEquals(List.of(), all.filter(f -> f.toString().contains("outside")).toList());
    }
    assertTrue(Files.notExists(parent.resolve("outside.txt")));
  }

  @Test
  void whatUnpacksBeyondMeasureIsLeftOut() throws IOException {
    Map<String, byte[]> entries = entries(project);
    entries.put("snapshots/00002.planes", new byte[100 << 20]);
    write(entries);
    SessionFolder folder = SessionFolder.create(parent);
    ProjectFile.Opened opened = ProjectFile.open(project, folder, _ -> {});
    assertTrue(opened.damages().contains(new Damage(Damage.Kind.SNAPSHOT, "10")));
    assertTrue(Files.notExists(folder.snapshots().resolve("00002.planes")));
  }

  @Test
  void whatIsNoProjectIsRefusedInOneLine() throws IOException {
    Path other = Files.writeString(parent.resolve("notes.pastiche"), "just a text");
    Path empty = Files.createFile(parent.resolve("empty.pastiche"));
    Path zip = parent.resolve("other.pastiche");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("readme.txt"));
      out.closeEntry();
    }
    for (Path each : List.of(other, empty, zip, parent, parent.resolve("missing.pastiche"))) {
      String message = refused(each);
      assertTrue(message.startsWith(String.valueOf(each.getFileName())), message);
      assertEquals(1, message.lines().count(), message);
    }
  }

  @Test
  void aFailureToSaveLeavesTheOldProjectWhole() throws IOException {
    byte[] before = Files.readAllBytes(project);
    SessionFolder folder = SessionFolder.create(parent);
    Document back = ProjectFile.open(project, folder, _ -> {}).document();
    assertThrows(
        IllegalStateException.class,
        () -> {
          try {
            ProjectFile.write(
                project,
                back,
                folder,
                done -> {
                  if (done > 0.5) {
                    throw new IllegalStateException("the disk is full");
                  }
                });
          } catch (FileException e) {
            throw new IllegalStateException(e);
          }
        });
    assertArrayEquals(before, Files.readAllBytes(project));
    try (Stream<Path> all = Files.list(parent)) {
      assertEquals(List.of(), all.filter(f -> f.toString().endsWith(".part")).toList());
    }
  }

  private ProjectFile.Opened open(Path file) throws IOException {
    return ProjectFile.open(file, SessionFolder.create(parent), _ -> {});
  }

  private String refused(Path file) {
    FileException e = assertThrows(FileException.class, () -> open(file));
    return String.valueOf(e.getMessage());
  }

  private String text() throws IOException {
    return new String(
        Optional.ofNullable(entries(project).get(ProjectFile.JSON)).orElseThrow(),
        StandardCharsets.UTF_8);
  }

  private void change(UnaryOperator<String> how) throws IOException {
    Map<String, byte[]> entries = entries(project);
    byte[] changed = how.apply(text()).getBytes(StandardCharsets.UTF_8);
    assertTrue(!Arrays.equals(changed, entries.get(ProjectFile.JSON)));
    entries.put(ProjectFile.JSON, changed);
    entries.put(ProjectFile.JSON_AGAIN, changed);
    write(entries);
  }

  private static Map<String, byte[]> entries(Path file) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  private void write(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
        zip.closeEntry();
      }
    }
    Files.write(project, bytes.toByteArray());
  }

  private static int indexOf(byte[] bytes, String text) {
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    return all.indexOf(text);
  }
}
