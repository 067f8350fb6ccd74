@echo off
rem Starts Pastiche: "pastiche studio", or nothing, opens the window; everything else is the command line.
setlocal DisableDelayedExpansion
set "HERE=%~dp0.."
set "JDK="
set "BUILT_WITH="
if exist "%HERE%\jdk.path" set /p BUILT_WITH=<"%HERE%\jdk.path"
if defined BUILT_WITH call :try "%BUILT_WITH%"
if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined JDK for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~dp$PATH:J.."
if not defined JDK for /f "tokens=1* delims==" %%A in ('java -XshowSettings:properties -version 2^>^&1 ^| findstr /C:"java.home = "') do for /f "tokens=*" %%D in ("%%B") do call :try "%%~D"
if not defined JDK echo pastiche: needs Java 25 or later; install a JDK 25, Eclipse Temurin for example, and set JAVA_HOME to its folder>&2
if not defined JDK exit /b 1

rem the window needs JavaFX's modules; the command line starts quicker without them
if "%~1"=="" goto studio
if "%~1"=="studio" goto studio
if /i "%~x1"==".pastiche" goto studio
"%JDK%\bin\java.exe" "@%HERE%\command.args" -cp "%HERE%\lib\pastiche.jar" studio.pastiche.Main %*
exit /b %ERRORLEVEL%
:studio
rem what an earlier start has learnt; Java does without it, in silence, where it does not fit
set "QUICK="
if exist "%HERE%\studio.aot" set QUICK=-Xlog:disable "-XX:AOTCache=%HERE%\studio.aot"
"%JDK%\bin\java.exe" %QUICK% --module-path "%HERE%\javafx" "@%HERE%\studio.args" -cp "%HERE%\lib\pastiche.jar" studio.pastiche.Main %*
exit /b %ERRORLEVEL%

rem keeps the first folder that holds Java 25 or later, by its release file
:try
if defined JDK exit /b
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
set "VERSION=0"
for /f "usebackq tokens=1-2 delims==" %%A in ("%~1\release") do if "%%A"=="JAVA_VERSION" set VERSION=%%B
set VERSION=%VERSION:"=%
for /f "delims=.-" %%V in ("%VERSION%") do set VERSION=%%V
if %VERSION% geq 25 set "JDK=%~1"
exit /b
