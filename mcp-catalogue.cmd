@echo off
rem Starts mcp-catalogue. Builds it first when there is no build, or when its sources are newer than the build.
rem MCP_CATALOGUE_JAVA names the Java to use; else JAVA_HOME and the PATH are searched for 17 or newer.
setlocal EnableExtensions DisableDelayedExpansion
set "home=%~dp0"
set "jar=%home%scanner-cli\target\mcp-catalogue.jar"

set "java_home="
if defined MCP_CATALOGUE_JAVA call :try "%MCP_CATALOGUE_JAVA%"
if not defined java_home if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined java_home for /f "delims=" %%j in ('where java.exe 2^>nul') do if not defined java_home call :try "%%~dpj.."
if not defined java_home for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk-*") do if not defined java_home call :try "%%~d"
if not defined java_home (
  echo mcp-catalogue: needs Java 17 or newer, and found none: install one, or set MCP_CATALOGUE_JAVA to its folder 1>&2
  exit /b 1
)

call :needs_build
if errorlevel 1 (
  where mvn >nul 2>nul
  if errorlevel 1 (
    echo mcp-catalogue: the first start builds the program and needs Apache Maven 3.8 or newer: install it and put mvn on the PATH 1>&2
    exit /b 1
  )
  echo mcp-catalogue: building ^(once; takes a minute^) ... 1>&2
  pushd "%home%"
  set "JAVA_HOME=%java_home%"
  call mvn -q -B -ntp -Dstyle.color=never -Pfast -DskipTests -pl scanner-cli -am package 1>&2
  if errorlevel 1 (
    popd
    echo mcp-catalogue: the build failed, see above 1>&2
    exit /b 1
  )
  popd
)

set "options=-XX:TieredStopAtLevel=1 -XX:C1MaxInlineSize=18 -XX:+UseSerialGC -XX:-UsePerfData -XX:InitialRAMPercentage=0.2 -XX:NewSize=32m"
rem Many tools are judged sooner with more memory from the start.
if /i "%~1"=="classify" set "options=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData"
rem Long work profits from the optimising compiler; with little inlined it compiles sooner, to code that is as fast.
for %%c in (batch crawl reclassify rules) do if /i "%~1"=="%%c" set "options=-XX:+UseParallelGC -XX:NewRatio=1 -XX:SurvivorRatio=4 -XX:-UseAdaptiveSizePolicy -XX:MaxRAM=4g -XX:InitialRAMPercentage=25 -XX:MaxInlineLevel=3 -XX:FreqInlineSize=60 -XX:InlineSmallCode=500 -XX:CICompilerCount=4"
rem What need not be looked for at each start: names of months in all countries, who takes the log of the database's driver.
set "options=%options% -Djava.locale.providers=FALLBACK -Dslf4j.provider=org.slf4j.nop.NOPServiceProvider -Dslf4j.internal.verbosity=WARN"
if %major% GEQ 22 set "options=%options% --enable-native-access=ALL-UNNAMED"
set "native=%home%scanner-cli\target\native\org\sqlite\native\Windows\x86_64"
if /i "%PROCESSOR_ARCHITECTURE%"=="AMD64" if exist "%native%\sqlitejdbc.dll" set options=%options% "-Dorg.sqlite.lib.path=%native%" -Dorg.sqlite.lib.name=sqlitejdbc.dll "-Dorg.sqlite.tmpdir=%native%"

rem An archive of loaded classes makes the start quick; it is bound to the Java and to the time of the jar.
if defined MCP_CATALOGUE_NO_CACHE goto run
if not defined LOCALAPPDATA goto run
set "cache=%LOCALAPPDATA%\mcp-catalogue"
if not exist "%cache%" mkdir "%cache%" 2>nul
for %%f in ("%jar%") do set "stamp=%%~tf-%%~zf"
set "stamp=%stamp::=%"
set "stamp=%stamp:/=%"
set "stamp=%stamp: =%"
set "archive=%cache%\%major%-%stamp%.jsa"
if exist "%archive%" (
  set options=%options% "-XX:SharedArchiveFile=%archive%" -Xlog:disable -Xlog:all=error:stderr
) else (
  "%java_home%\bin\java.exe" "-XX:ArchiveClassesAtExit=%archive%.new" -Xlog:disable %options% -cp "%jar%" io.mcpcatalogue.cli.FirstRuns "%home%examples" "%archive%.db" >nul 2>nul
  del "%archive%.db*" >nul 2>nul
  move /y "%archive%.new" "%archive%" >nul 2>nul
)

:run
"%java_home%\bin\java.exe" %options% %MCP_CATALOGUE_OPTIONS% -cp "%jar%" io.mcpcatalogue.cli.Main %*
exit /b %ERRORLEVEL%

rem Sets java_home and major when the folder holds a Java of at least 17, read from its release file.
:try
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
set "found="
for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do for /f "tokens=1 delims=." %%m in ("%%~v") do set "found=%%m"
if not defined found exit /b
if %found% GEQ 17 (
  set "java_home=%~f1"
  set "major=%found%"
)
exit /b

rem Errorlevel 1 when there is no build, or a source is newer than it.
:needs_build
if not exist "%jar%" exit /b 1
powershell -NoProfile -Command "$jar=(Get-Item '%jar%').LastWriteTimeUtc; $sources=Get-ChildItem '%home%pom.xml','%home%rules','%home%*\pom.xml','%home%*\src\main' -Recurse -File -ErrorAction SilentlyContinue; if ($sources | Where-Object LastWriteTimeUtc -gt $jar | Select-Object -First 1) { exit 1 }"
exit /b %ERRORLEVEL%
