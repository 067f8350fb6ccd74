package studio.pastiche.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import studio.pastiche.file.BesideFile;
import studio.pastiche.file.FileException;

/// The document in a session's own folder: what is left when the process is killed.
public final class SessionFile {
  private SessionFile() {}

  /// Writes the document down whole. Its snapshots' files must be there by now, and those of an
  /// older document must not be deleted before.
  ///
  /// @throws IOException where the disk can't take it; the older one is untouched then
  public static void write(SessionFolder folder, Document document) throws IOException {
    InputStore inputs = new InputStore(folder);
    for (InputPicture each : document.inputs()) {
      inputs.keep(each);
    }
    BesideFile.write(
        folder.document(), new DocumentJson().write(document).getBytes(StandardCharsets.UTF_8));
  }

  /// Reads the document back, as far as its files are there.
  ///
  /// @throws FileException where there is none, or it can't be understood
  public static ProjectFile.Opened read(SessionFolder folder) throws FileException {
    String name = folder.document().toString();
    byte[] text;
    try {
      text = Files.readAllBytes(folder.document());
    } catch (IOException e) {
      throw new ProjectException(name, "the session left nothing that can be read", e);
    }
    DocumentJson json = new DocumentJson();
    List<Damage> damages = new ArrayList<>();
    return new ProjectFile.Opened(json.read(json.tree(text, name), folder, damages), damages);
  }
}
