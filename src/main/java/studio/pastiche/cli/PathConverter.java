package studio.pastiche.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Takes a file's name from the command line.
final class PathConverter implements ITypeConverter<Path> {
  @Override
  public Path convert(String text) {
    return path(text);
  }

  static Path path(String text) {
    if (text.isEmpty()) {
      throw new TypeConversionException("a file's name is needed");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException("'%s' is no file's name here".formatted(text));
    }
  }
}
